// The atlas' schema: for each resource type its role, whether it can hold ePHI, and by which probe each fact is read.
// A type is an entry in `catalogue/atlas/<service>.yaml`; there is no code per type.

import { z } from "zod";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const scalars = z.union([scalar, z.array(scalar).min(1)]);

/** A condition on the value of an attribute. All its parts must hold; text is compared without case, `"true"` equals `true`. */
export const conditionSchema = z
  .strictObject({
    /** Equal to this, or to one of these. */
    is: scalars.optional(),
    /** Equal to none of these. */
    not: scalars.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    /** A list that holds all of these (a string counts as a list of one). */
    contains: scalars.optional(),
    /** A list that holds at least one of these. */
    containsAny: scalars.optional(),
    /** A regular expression that the whole text matches, without case. */
    matches: z.string().optional(),
    /** True: anybody set it to anything but empty. Any unknown value then counts as set. */
    set: z.boolean().optional(),
  })
  .refine((condition) => Object.keys(condition).length > 0, "an empty condition");
export type Condition = z.infer<typeof conditionSchema>;

const state = z.string().min(1);

/**
 * One way to read a fact.
 *
 * Attribute paths are Terraform's: `rule[*].apply_server_side_encryption_by_default[*].sse_algorithm`. `[*]` goes over the elements
 * of a list of blocks (a single block is a list of one in the plan); with `any: true` one element that holds is enough, else all
 * must hold. An empty or missing list is `absent`.
 */
export type Probe =
  | {
      /** Reads an attribute: state `on` (default `"on"`) where the condition `holds` (default `{is: true}`), else `else` (default `"off"`). */
      attribute: string;
      holds?: Condition | undefined;
      /** Instead of `holds`: the state for each value, without case. A value not listed gives `else`. */
      states?: Record<string, string> | undefined;
      any?: boolean | undefined;
      on?: string | undefined;
      else?: string | undefined;
      /** State where nobody wrote it, or wrote null: the default of the service or provider. Default: same as `else`. */
      absent?: string | undefined;
      /** State where it is known only after apply. Default `"unknown"`. */
      unknown?: string | undefined;
      /** What to print as found where it is absent, such as `not set, the service's default is public`. */
      absentFound?: string | undefined;
      /** The attribute holds text in this form; `inside` is the path in it. */
      parse?: "json" | "yaml" | "base64" | undefined;
      inside?: string | undefined;
    }
  | {
      /** Reads a number into the fact's value. `states` maps numbers to states (`{"0": none}`); others are `known`. */
      measure: string;
      states?: Record<string, string> | undefined;
      /** State or number where nobody wrote it. */
      absent: string | number;
      /** Days for one unit of the attribute; default 1. */
      unit?: number | undefined;
    }
  | {
      /** Reads whose key an attribute names: follows references, aliases and replicas to the key. */
      key: string;
      /** State where nobody wrote it: `aws-managed`, `aws-owned` or `none`. */
      absent: string;
    }
  /** The worst of these. */
  | { all: Probe[] }
  /** The best of these. */
  | { any: Probe[] }
  | {
      /** Applies `then` only where the condition on the attribute holds, else `else` (a probe, or nothing: the fact then does not exist). */
      when: Condition & { attribute: string };
      then: Probe;
      else?: Probe | undefined;
    }
  | {
      /** Reads the probe on the companions of this type whose attribute `by` points here: the worst of them, with `best: true` the best. */
      companion: string;
      by: string;
      probe: Probe;
      /** State where the plan holds no such companion. */
      absent: string;
      best?: boolean | undefined;
      /** What to print as found then. */
      absentFound?: string | undefined;
    }
  | {
      /** Reads the probe on the resource that the attribute refers to (a parameter group, a launch template, a global cluster). */
      follow: string;
      /** Types that the reference may end in; others count as outside the plan. */
      types: string[];
      probe: Probe;
      /** State where nobody wrote the attribute. */
      absent: string;
      /** State where it names something outside the plan. Default `"unknown"`. */
      outside?: string | undefined;
      /** Read on this resource instead of `outside`, where what the name says is enough (`default.postgres16`). */
      beyond?: Probe | undefined;
    }
  /** Names the slot where a type has several keys or logs: shown before the path. */
  | { slot: string; probe: Probe }
  /** Always so, and why; `value` is the fact's number, where it has one. */
  | { fixed: string; why: string; value?: number | undefined }
  /** Worked out by code: the name of a function in `gate/facts/computed/`. */
  | { compute: string; attribute?: string | undefined };

const probeSchema: z.ZodType<Probe> = z.lazy(() =>
  z.union([
    z.strictObject({
      attribute: z.string(),
      holds: conditionSchema.optional(),
      states: z.record(z.string(), state).optional(),
      any: z.boolean().optional(),
      on: state.optional(),
      else: state.optional(),
      absent: state.optional(),
      unknown: state.optional(),
      absentFound: z.string().optional(),
      parse: z.enum(["json", "yaml", "base64"]).optional(),
      inside: z.string().optional(),
    }),
    z.strictObject({
      measure: z.string(),
      states: z.record(z.string(), state).optional(),
      absent: z.union([state, z.number()]),
      unit: z.number().optional(),
    }),
    z.strictObject({ key: z.string(), absent: state }),
    z.strictObject({ all: z.array(probeSchema).min(1) }),
    z.strictObject({ any: z.array(probeSchema).min(1) }),
    z.strictObject({
      when: conditionSchema.and(z.object({ attribute: z.string() })),
      // biome-ignore lint/suspicious/noThenProperty: a probe is data, never awaited
      then: probeSchema,
      else: probeSchema.optional(),
    }),
    z.strictObject({
      companion: z.string(),
      by: z.string(),
      probe: probeSchema,
      absent: state,
      best: z.boolean().optional(),
      absentFound: z.string().optional(),
    }),
    z.strictObject({
      follow: z.string(),
      types: z.array(z.string()).min(1),
      probe: probeSchema,
      absent: state,
      outside: state.optional(),
      beyond: probeSchema.optional(),
    }),
    z.strictObject({ slot: z.string(), probe: probeSchema }),
    z.strictObject({ fixed: state, why: z.string(), value: z.number().optional() }),
    z.strictObject({ compute: z.string(), attribute: z.string().optional() }),
  ]),
);

/** What a type is for. */
const roles = ["store", "transport", "compute", "network", "identity", "key", "log", "backup", "edge", "none"] as const;

/** One resource type. */
export const entrySchema = z.strictObject({
  role: z.enum(roles),
  /** `holds`: data rests here. `carries`: data passes through. `derived`: logs, metrics, copies of it. `none`: never. */
  ephi: z.enum(["holds", "carries", "derived", "none"]),
  /** Attributes by whose literal value other resources name this one. Default `id`, `arn`, `name`. */
  identity: z.array(z.string()).optional(),
  /** Attributes that say where the data comes from: the class of what they name flows here. */
  source: z.array(z.string()).optional(),
  /** Attributes that say where the data goes to: the class flows there (replicas, logs, destinations). */
  destination: z.array(z.string()).optional(),
  facts: z.record(z.string(), probeSchema).default({}),
  /** Page that shows the defaults used. */
  sources: z.array(z.url()).optional(),
});
export type AtlasEntry = z.infer<typeof entrySchema>;
export const atlasFileSchema = z.record(z.string().regex(/^aws_[a-z0-9_]+$/), entrySchema);
export type Atlas = Readonly<Record<string, AtlasEntry>>;
