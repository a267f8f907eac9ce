// The `copy_keys` fact: whether who holds the keys of the store's account can also take those of its copies elsewhere.

import type { ComputedFact } from "../computed/types.ts";
import { rank } from "../states.ts";
import type { Fact } from "../types.ts";
import { copiesOf } from "./copies.ts";
import { inOtherAccount } from "./place.ts";
import type { Copy, CopyKey } from "./types.ts";

const FACT = "copy_keys";

/** Does not exist where no recovery point leaves the account: `recovery_copies` says that. One independent copy is enough. */
export const copyKeys: ComputedFact = ({ world, resource }) => {
  const known = copiesOf(world, resource);
  const [live, ...others] = known?.copies ?? [];
  if (!live) return undefined;
  const away = others.filter(({ kind, otherAccount }) => kind === "recovery-point" && otherAccount === "yes");
  let best: Fact | undefined;
  for (const copy of away) {
    const fact = judge(live, copy);
    if (!best || rank(FACT, fact.judged.state) < rank(FACT, best.judged.state)) best = fact;
  }
  return best;
};

function judge(live: Copy, copy: Copy): Fact {
  const { key, holder } = copy;
  const at = { path: "", ...(copy.through.at(-1) !== undefined && { address: copy.through.at(-1) ?? "" }) };
  const state = stateOf(live, copy);
  const found = `${holder} lies under ${key.name}`;
  if (state === "shared") {
    const same = isSame(live.key, key);
    const why = same ? ", the key of the store itself" : ", a key in the store's own account";
    return { judged: { state }, found: `${found}${why}`, ...at };
  }
  if (state === "independent") return { judged: { state }, found, ...at };
  const cause = copy.cause ?? `the plan does not say in which account ${key.name} lies`;
  return { judged: { state: "unknown" }, found, ...at, cause, ...(copy.outside === true && { byAbsence: true }) };
}

function stateOf(live: Copy, { key, place }: Copy): "independent" | "shared" | "unknown" {
  if (key.owner === "aws-owned") return "independent";
  if (key.owner === "unknown") return "unknown";
  if (key.owner === "none" || isSame(live.key, key)) return "shared";
  const answer = inOtherAccount(live.place, key.place);
  if (answer === "no") return "shared";
  // A key that lies where its vault does, has left the account with it.
  if (answer === "yes" || inOtherAccount(place, key.place) === "no") return "independent";
  return "unknown";
}

const isSame = (a: CopyKey, b: CopyKey): boolean => a.id !== undefined && a.id === b.id;
