// Joins resources with those that configure them: a bucket with its public access block, a cluster with its instances.

import { parsePath } from "./address.ts";
import { isUnknown } from "./attribute.ts";
import type { Entry } from "./resources.ts";
import type { Aim, Candidate, Targets } from "./targets.ts";
import type { Companions, Path, Resource } from "./types.ts";
import { valueAt } from "./value.ts";

interface Join {
  readonly certain: Map<Entry, Set<Entry>>;
  readonly possible: Map<Entry, Set<Entry>>;
  /** Companions whose reference leaves the plan. */
  readonly floating: readonly Entry[];
}

const NOBODY: Companions = { certain: [], possible: [] };

export class CompanionIndex {
  private readonly targets: Targets;
  private readonly ofType: (type: string) => readonly Entry[];
  private readonly joins = new Map<string, Join>();
  private readonly relevant = new Map<Entry["estate"], ReadonlySet<string>>();

  constructor(targets: Targets, ofType: (type: string) => readonly Entry[]) {
    this.targets = targets;
    this.ofType = ofType;
  }

  of(entry: Entry, type: string, by: string): Companions {
    const join = this.join(type, by);
    const certain = join.certain.get(entry);
    const possible = [
      ...(join.possible.get(entry) ?? []),
      ...join.floating.filter((one) => this.mayMean(one, entry, type)),
    ].filter((one) => certain?.has(one) !== true);
    if (certain === undefined && possible.length === 0) return NOBODY;
    return { certain: resources(certain ?? []), possible: resources(new Set(possible)) };
  }

  private join(type: string, by: string): Join {
    const name = `${type} ${by}`;
    const known = this.joins.get(name);
    if (known !== undefined) return known;
    const certain = new Map<Entry, Set<Entry>>();
    const possible = new Map<Entry, Set<Entry>>();
    const floating: Entry[] = [];
    const path = parsePath(by);
    for (const one of this.ofType(type))
      for (const at of expand(one, path))
        for (const aim of this.targets.of(one, at)) {
          if (aim.kind === "resource") for (const end of this.chain(aim, by)) add(certain, end, one);
          else if (aim.kind === "ambiguous") this.spread(aim, one, by, certain, possible);
          const open = aim.kind === "outside" || (aim.kind === "ambiguous" && !aim.closed && !aim.literal);
          if (open && isUnknown(one, at)) floating.push(one);
        }
    const join = { certain, possible, floating };
    this.joins.set(name, join);
    return join;
  }

  /**
   * A name that resources of several types share is no doubt here: whoever asks knows which type `by` names. Only two of the same
   * type leave it open. Nor is there doubt about a resource that every branch of the expression leads to, as in
   * `var.policy ? aws_s3_bucket_policy.x.id : aws_s3_bucket.x.id`.
   */
  private spread(
    aim: Aim & { kind: "ambiguous" },
    one: Entry,
    by: string,
    certain: Map<Entry, Set<Entry>>,
    possible: Map<Entry, Set<Entry>>,
  ): void {
    const chains = aim.candidates.map((candidate) => this.chain(candidate, by));
    const isSure = (end: Entry): boolean => aim.closed && chains.every((chain) => chain.has(end));
    for (const [index, { entry }] of aim.candidates.entries()) {
      const alike = aim.candidates.filter((other) => other.entry.resource.type === entry.resource.type);
      if (aim.literal && alike.length === 1) add(certain, entry, one);
      else for (const end of chains[index] ?? []) add(isSure(end) ? certain : possible, end, one);
    }
  }

  /** A companion may name another companion (`aws_s3_bucket_versioning.x.bucket`), to come after it: the bucket behind both is meant. */
  private chain(from: Candidate, by: string): ReadonlySet<Entry> {
    const out = new Set<Entry>();
    const visit = (entry: Entry, path: Path): void => {
      if (out.has(entry)) return;
      out.add(entry);
      const [first] = path;
      const pointer = first === undefined || first === "id" ? parsePath(by) : path;
      for (const next of this.targets.of(entry, pointer)) {
        if (next.kind !== "resource" || next.entry === entry) continue;
        // By name only from a data source to the resource that it reads: other equal names are chance.
        if (!next.literal || (entry.resource.mode === "data" && next.entry.resource.type === entry.resource.type))
          visit(next.entry, next.path);
      }
    };
    visit(from.entry, from.path);
    return out;
  }

  /**
   * Whether a companion whose reference ends in a local value may mean this resource: its identity is still unknown (else the
   * companion's would be known), and Terraform counts it among what contributed to the plan.
   */
  private mayMean(one: Entry, entry: Entry, type: string): boolean {
    if (one.estate !== entry.estate || entry.resource.mode === "data" || entry.resource.type === type) return false;
    if (!isUnknown(entry, ["id"])) return false;
    const relevant = this.relevantOf(entry);
    return relevant === undefined || relevant.has(entry.resource.address) || relevant.has(withoutKey(entry.resource));
  }

  private relevantOf(entry: Entry): ReadonlySet<string> | undefined {
    const { plan } = entry.estate;
    if (plan.relevant === undefined) return undefined;
    const known = this.relevant.get(entry.estate) ?? new Set(plan.relevant.map(({ resource }) => resource));
    this.relevant.set(entry.estate, known);
    return known;
  }
}

const resources = (entries: Iterable<Entry>): readonly Resource[] => [...entries].map((entry) => entry.resource);

function add(map: Map<Entry, Set<Entry>>, key: Entry, value: Entry): void {
  const group = map.get(key);
  if (group === undefined) map.set(key, new Set([value]));
  else group.add(value);
}

function withoutKey(resource: Resource): string {
  if (resource.key === undefined) return resource.address;
  return resource.address.slice(0, resource.address.lastIndexOf("["));
}

/** Paths that `by` stands for in a resource: `[*]` goes over the elements that it has. */
function expand(entry: Entry, path: Path): readonly Path[] {
  const star = path.indexOf("*");
  if (star < 0) return [path];
  const list = valueAt(entry.resource.values, path.slice(0, star));
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, index) => expand(entry, [...path.slice(0, star), index, ...path.slice(star + 1)]));
}
