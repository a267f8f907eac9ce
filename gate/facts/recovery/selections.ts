// Which backup plans select a store.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html

import type { Resource, World } from "../../model/types.ts";
import { covers, overlaps } from "../policy/pattern.ts";
import { conditionsHold, pairsOf, tagOf } from "./conditions.ts";
import { inOtherAccount, inOtherRegion } from "./place.ts";
import { arnOf, storeType } from "./stores.ts";
import type { Answer } from "./types.ts";

/** A backup plan that may take a store. */
export interface Selected {
  readonly selection: Resource;
  /** Undefined where the plan does not hold it. */
  readonly plan?: Resource;
  /** True where it surely selects. */
  readonly certain: boolean;
  readonly cause?: string;
}

/** A selection, read once. */
interface Read {
  readonly selection: Resource;
  readonly plan?: Resource;
  readonly planCause?: string;
  readonly named: ReadonlySet<Resource>;
  readonly possible: ReadonlySet<Resource>;
  readonly patterns: readonly string[];
  readonly excluded: ReadonlySet<Resource>;
  readonly excludedPatterns: readonly string[];
  /** Why more than is read here may be selected, or excluded. */
  readonly open?: string;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly isEverything: boolean;
  readonly hasConditions: boolean;
}

interface Index {
  /** True where anything of AWS Backup is in the plan or its context. */
  readonly any: boolean;
  readonly byStore: ReadonlyMap<Resource, readonly Read[]>;
  readonly byTag: ReadonlyMap<string, readonly Read[]>;
  /** Those that no store or tag leads to. */
  readonly general: readonly Read[];
  readonly switches: readonly Resource[];
  /** A backup policy of the organisation selects in accounts, past every selection. */
  readonly policies: readonly Resource[];
}

const indices = new WeakMap<World, Index>();

function indexOf(world: World): Index {
  const known = indices.get(world);
  if (known) return known;
  const reads = world.ofType("aws_backup_selection").map((selection) => readSelection(world, selection));
  const byStore = new Map<Resource, Read[]>();
  const byTag = new Map<string, Read[]>();
  const general: Read[] = [];
  for (const read of reads) {
    for (const store of [...read.named, ...read.possible]) push(byStore, store, read);
    for (const { key, value } of read.tags) push(byTag, `${key}\n${value}`, read);
    if (read.patterns.length > 0 || read.isEverything || read.open !== undefined) general.push(read);
  }
  const policies = world
    .ofType("aws_organizations_policy")
    .filter(({ mode, values }) => mode === "managed" && values.type === "BACKUP_POLICY");
  const index: Index = {
    any: reads.length > 0 || world.ofType("aws_backup_plan").length > 0 || policies.length > 0,
    byStore,
    byTag,
    general,
    switches: world.ofType("aws_backup_region_settings"),
    policies,
  };
  indices.set(world, index);
  return index;
}

function push<K>(map: Map<K, Read[]>, key: K, read: Read): void {
  const list = map.get(key);
  if (list) list.push(read);
  else map.set(key, [read]);
}

/** Whether the plan or its context holds anything of AWS Backup. */
export const hasBackup = (world: World): boolean => indexOf(world).any;

/** Why an organisation's backup policy leaves open what is selected. */
export function policyCause(world: World): string | undefined {
  const [policy] = indexOf(world).policies;
  return policy && `the backup policy ${policy.address} selects in accounts, by their tags`;
}

/** The plans that select a store, for sure or perhaps. */
export function selectionsOf(world: World, store: Resource): readonly Selected[] {
  const index = indexOf(world);
  if (!index.any) return [];
  const reads = new Set<Read>([...(index.byStore.get(store) ?? []), ...index.general]);
  for (const tag of tagOf(world, store).pairs) for (const read of index.byTag.get(tag) ?? []) reads.add(read);
  if (tagOf(world, store).open !== undefined)
    for (const list of index.byTag.values()) for (const read of list) reads.add(read);
  const found: Selected[] = [];
  for (const read of reads) {
    const { answer, cause } = selects(world, index, read, store);
    if (answer === "no") continue;
    const { selection, plan, planCause } = read;
    const why = cause ?? planCause;
    found.push({
      selection,
      ...(plan && { plan }),
      certain: answer === "yes" && plan !== undefined,
      ...(why !== undefined && { cause: why }),
    });
  }
  return found;
}

interface Judged {
  readonly answer: Answer;
  readonly cause?: string;
}

const no: Judged = { answer: "no" };

/** What is named, or bears a tag, less what is excluded, less what a condition leaves out. */
function selects(world: World, index: Index, read: Read, store: Resource): Judged {
  const { selection } = read;
  if (inOtherRegion(selection, store) === "yes" || inOtherAccount(selection, store) === "yes") return no;
  const arn = arnOf(store);
  const tags = tagOf(world, store);
  const byType =
    read.named.has(store) || read.patterns.some((pattern) => namesType(pattern) && matches(pattern, arn) !== "no");
  const { optIn, mustOptIn } = storeType(store.type) ?? {};
  if (optIn !== undefined && (mustOptIn === true || !byType) && isSwitchedOff(index, selection, optIn)) return no;

  const byTag = read.tags.some(({ key, value }) => tags.pairs.has(`${key}\n${value}`));
  const ways: Answer[] = [
    read.isEverything || read.named.has(store) || byTag ? "yes" : "no",
    ...read.patterns.map((pattern) => matches(pattern, arn)),
    ...(read.possible.has(store) || read.open !== undefined ? (["unknown"] as const) : []),
    ...(read.tags.length > 0 && tags.open !== undefined ? (["unknown"] as const) : []),
  ];
  const taken: Answer = ways.includes("yes") ? "yes" : ways.includes("unknown") ? "unknown" : "no";
  const left = read.excludedPatterns.map((pattern) => matches(pattern, arn));
  if (taken === "no" || read.excluded.has(store) || left.includes("yes")) return no;
  const held = read.hasConditions ? conditionsHold(world, selection, store) : "yes";
  if (held === "no") return no;
  if (taken === "yes" && held === "yes" && !left.includes("unknown")) return { answer: "yes" };
  const cause =
    read.open ??
    (held === "unknown" || (read.tags.length > 0 && tags.open !== undefined)
      ? `whether the tags of ${store.address} fit ${selection.address} is known only after apply`
      : `the plan does not say whether ${selection.address} names ${store.address}`);
  return { answer: "unknown", cause };
}

/** Whether a pattern of ARNs covers an ARN that may itself have open parts. */
function matches(pattern: string, arn: string): Answer {
  if (covers(pattern, arn)) return "yes";
  return overlaps(pattern, arn) ? "unknown" : "no";
}

/** Whether a pattern says which type it means: `arn:aws:ec2:*:*:volume/*`, not `arn:aws:ec2:*`. */
const namesType = (pattern: string): boolean => (pattern.split(":", 6)[5] ?? "*").replace(/\*.*$/s, "") !== "";

const isSwitchedOff = ({ switches }: Index, selection: Resource, name: string): boolean =>
  switches.some((one) => {
    const preference = one.values.resource_type_opt_in_preference;
    const isOff =
      typeof preference === "object" &&
      preference !== null &&
      Object.entries(preference).some(([key, value]) => key === name && value === false);
    return isOff && inOtherRegion(one, selection) === "no" && inOtherAccount(one, selection) === "no";
  });

function readSelection(world: World, selection: Resource): Read {
  const named = namesAt(world, selection, "resources");
  const excluded = namesAt(world, selection, "not_resources");
  const tags = pairsOf(world, selection, ["selection_tag"]);
  const conditions = world.read(selection, ["condition"]);
  const hasConditions =
    conditions.state === "unknown" ||
    (conditions.state === "known" && Array.isArray(conditions.value) && conditions.value.length > 0);
  const isBare = named.isEmpty && tags.isEmpty;
  const open = named.open ?? tags.open ?? (excluded.open === undefined ? undefined : excluded.open);
  const plans = world
    .targets(selection, ["plan_id"])
    .flatMap((target) =>
      target.kind === "resource" && target.resource.type === "aws_backup_plan" ? [target.resource] : [],
    );
  const [plan] = plans;
  return {
    selection,
    ...(plan
      ? { plan }
      : { planCause: `neither the plan nor its context holds the backup plan of ${selection.address}` }),
    named: new Set(named.certain),
    possible: new Set(named.possible),
    patterns: named.patterns,
    excluded: new Set(excluded.certain),
    excludedPatterns: excluded.patterns,
    ...(open !== undefined && { open }),
    tags: tags.pairs,
    // A selection that names nothing takes all that AWS Backup protects.
    isEverything: isBare && open === undefined,
    hasConditions,
  };
}

/** What a list of ARNs names: resources by reference, patterns, and what the plan leaves open. */
function namesAt(world: World, selection: Resource, attribute: string) {
  const read = world.read(selection, [attribute]);
  const targets = world.targets(selection, [attribute]);
  const certain: Resource[] = [];
  const possible: Resource[] = [];
  const patterns: string[] = [];
  let open: string | undefined;
  for (const target of targets)
    if (target.kind === "resource") certain.push(target.resource);
    else if (target.kind === "ambiguous") possible.push(...target.candidates);
    else if (target.kind === "outside") open ??= target.reason;
    else if (typeof target.value === "string") patterns.push(target.value);
  if (targets.length === 0 && read.state === "unknown") open ??= read.cause;
  const isEmpty = targets.length === 0 && read.state !== "unknown";
  return { certain, possible, patterns, isEmpty, ...(open !== undefined && { open }) };
}
