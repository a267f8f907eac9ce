// Obligations as data: what carries each, and what is owed.

import { readFileSync } from "node:fs";
import { z } from "zod";
import { parseCsv } from "../policies/csv.ts";

const carrierSchema = z
  .string()
  .regex(/^(construct|control):[\w.]+$/)
  .transform((text) => {
    const [kind = "", name = ""] = text.split(":");
    return { kind, name };
  });

const obligationSchema = z
  .strictObject({
    id: z.string().regex(/^[GP]-\d+$/),
    section: z.string().min(1),
    obligation: z.string().min(1),
    /** Paragraphs of 45 CFR. */
    citations: z.string().transform((text) => text.split(";")),
    /** What kind of thing carries it by design. */
    how: z.enum(["construct", "gate"]),
    proposed_control: z.string().min(1),
    /** The sentence that its test performs. */
    acceptance: z.string().min(1),
    /** Constructs and controls that carry it, in whole or in part. */
    carried: z
      .string()
      .transform((text) => (text === "" ? [] : text.split(";").map((one) => carrierSchema.parse(one)))),
    /** What is missing; empty where nothing is. */
    owed: z.string(),
  })
  .refine(({ carried, owed }) => carried.length > 0 || owed !== "", "is neither carried nor owed");

/** One row. */
export type Obligation = z.infer<typeof obligationSchema>;

/** Those that constructs carry by design or the gate carries over any plan, in the order of the table. */
export const readObligations = (): readonly Obligation[] =>
  parseCsv(readFileSync("catalogue/obligations.csv", "utf8")).map((row) => obligationSchema.parse(row));
