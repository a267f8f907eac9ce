// The METADATA block of a control, checked strictly: an unknown field fails the build.

import { z } from "zod";
import type { BundledControl } from "../../catalogue/load.ts";
import type { ExceptionKind, Safeguard } from "../../catalogue/types.ts";
import { PhiwardError } from "../../gate/error.ts";
import type { Parsed } from "./sources.ts";

const line = z.string().regex(/^\S(.*\S)?$/, "one line without space around it");
/** A phrase that goes into a sentence: no full stop. */
const phrase = line.refine((text) => !text.endsWith("."), "no full stop at the end");
const kinds = ["addressable-decision", "alternative-means", "remediation"] as const;

const annotationSchema = z.strictObject({
  scope: z.literal("package"),
  title: phrase,
  description: z.string().min(40),
  related_resources: z.array(z.strictObject({ ref: z.url({ protocol: /^https$/ }) })).min(1),
  custom: z.strictObject({
    severity: z.enum(["critical", "high", "medium", "low"]),
    supports: z.array(z.string()).min(1),
    judges: z.string(),
    profile: z.string().exactOptional(),
    expected: phrase,
    exception: z.union([z.literal("never"), z.enum(kinds), z.array(z.enum(kinds)).min(1)]),
    remedy: z.strictObject({ terraform: phrase, construct: phrase.exactOptional() }),
  }),
});

/** What metadata is held against. */
interface Vocabulary {
  readonly facts: ReadonlySet<string>;
  readonly safeguards: ReadonlyMap<string, Safeguard>;
  /** Parameters of the profiles. */
  readonly parameters: ReadonlySet<string>;
  readonly profiles: ReadonlySet<string>;
}

function exceptionKinds(value: z.infer<typeof annotationSchema>["custom"]["exception"]): readonly ExceptionKind[] {
  if (value === "never") return [];
  return typeof value === "string" ? [value] : value;
}

/** Every reason why the metadata cannot stand. */
function faults(control: BundledControl, { facts, safeguards, parameters, profiles }: Vocabulary): string[] {
  const found: string[] = [];
  if (!facts.has(control.judges))
    found.push(`judges ${control.judges}, a fact that catalogue/facts.yaml does not know`);
  if (control.profile !== undefined && !profiles.has(control.profile))
    found.push(`belongs to the profile ${control.profile}, which catalogue/profiles does not hold`);
  for (const citation of control.supports)
    if (!safeguards.has(citation)) found.push(`supports ${citation}, which catalogue/safeguards.yaml does not list`);
  if (new Set(control.supports).size !== control.supports.length) found.push("supports names a citation twice");
  if (new Set(control.exception).size !== control.exception.length) found.push("exception names a kind twice");
  const addressable = control.supports.some((citation) => safeguards.get(citation)?.designation === "addressable");
  if (control.exception.includes("addressable-decision") && !addressable)
    found.push("admits an addressable decision, but supports no addressable specification");
  for (const [, name] of control.expected.matchAll(/\{(\w+)\}/g))
    if (name !== undefined && !parameters.has(name)) found.push(`expects {${name}}, a parameter that no profile has`);
  return found;
}

/**
 * The control that a parsed package describes, without its aliases.
 *
 * @throws {PhiwardError} `CONTROL_METADATA` naming every mistake of the block
 */
export function readMetadata(parsed: Parsed, vocabulary: Vocabulary): Omit<BundledControl, "aliases"> {
  const where = `policies/${parsed.file}`;
  const read = annotationSchema.safeParse(parsed.annotation);
  if (!read.success) throw new PhiwardError("CONTROL_METADATA", `${where}: ${z.prettifyError(read.error)}`);
  const { title, description, related_resources, custom } = read.data;
  const control = {
    id: parsed.id,
    title,
    why: description.trim().replaceAll(/\s+/g, " "),
    severity: custom.severity,
    supports: custom.supports,
    judges: custom.judges,
    expected: custom.expected,
    ...(custom.profile !== undefined && { profile: custom.profile }),
    exception: exceptionKinds(custom.exception),
    remedy: custom.remedy,
    sources: related_resources.map(({ ref }) => ref),
  };
  const wrong = faults({ ...control, aliases: [] }, vocabulary);
  if (wrong.length > 0) throw new PhiwardError("CONTROL_METADATA", `${where}: ${wrong.join("; ")}`);
  return control;
}
