// Compares what was applied with what the plans after it want.

import { leadsTo, type Planned, type Refusal } from "./plan.ts";

/** An argument that a plan after the apply changes. */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly argument: string;
  /** Both values as JSON, or that the new one is not known. */
  readonly values: string;
}

/** What an apply and the plans after it came to. */
export interface Outcome {
  /** Managed resources of the configuration. */
  readonly total: number;
  readonly applied: number;
  /** Those that Terraform tried and could not create. */
  readonly refused: readonly Refusal[];
  /** Those that Terraform did not try, since they name one that is not there. */
  readonly waiting: readonly string[];
  /** Those that are neither applied nor refused, and wait for nothing. */
  readonly lost: readonly string[];
  readonly drift: readonly Change[];
  /** Applied, but not compared: an argument waits for a resource that is not there. */
  readonly open: readonly string[];
}

const isManaged = ({ address }: Planned): boolean => !address.startsWith("data.");
const isMissing = (resource: Planned): boolean =>
  isManaged(resource) && (resource.tainted || resource.actions.join() === "create");

/** What a plan changes of that which was applied; arguments whose new value it does not know are left out. */
export function changesOf(planned: ReadonlyMap<string, Planned>): readonly Change[] {
  return [...planned.values()]
    .filter((resource) => isManaged(resource) && !isMissing(resource) && resource.actions.join() !== "no-op")
    .flatMap(({ address, type, changed }) =>
      [...changed].map(([argument, values]) => ({ address, type, argument, values })),
    );
}

/**
 * @param again the plan after the apply
 * @param settled the same plan without the drift that moto is known to cause
 */
export function compare(
  again: ReadonlyMap<string, Planned>,
  settled: ReadonlyMap<string, Planned>,
  refused: readonly Refusal[],
): Outcome {
  const managed = [...settled.values()].filter(isManaged);
  const missing = managed.filter(isMissing).map(({ address }) => address);
  const untried = missing.filter((address) => !refused.some((one) => one.address === address));
  const waiting = untried.filter((address) => leadsTo(settled, address, isMissing));
  const drift = new Map(
    [...changesOf(again), ...changesOf(settled)].map((one) => [`${one.address}.${one.argument}`, one]),
  );
  const open: string[] = [];
  for (const resource of managed) {
    const { address, type, actions } = resource;
    if (isMissing(resource) || actions.join() === "no-op" || resource.changed.size > 0) continue;
    // Whatever the plan does here without saying what changes is drift too, unless it waits for what moto lacks.
    if (leadsTo(settled, address, isMissing)) open.push(address);
    else
      for (const argument of resource.open.length > 0 ? resource.open : ["?"])
        drift.set(`${address}.${argument}`, { address, type, argument, values: "a value that it does not know" });
  }
  return {
    total: managed.length,
    applied: managed.length - missing.length,
    refused,
    waiting,
    lost: untried.filter((address) => !waiting.includes(address)),
    drift: [...drift.values()],
    open,
  };
}
