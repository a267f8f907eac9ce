// Applies the exceptions, of the register and of constructs. A fail stays a fail: an exception only says who accepted it, why and until when.

import type { Catalogue } from "../../catalogue/load.ts";
import { suggestion } from "../../catalogue/nearest.ts";
import type { Control, ExceptionKind } from "../../catalogue/types.ts";
import type { ExceptionEntry } from "../../registers/exceptions.ts";
import type { AcceptedBy, ExceptionNotice } from "../assessment.ts";
import { addressPattern } from "../facts/compute.ts";
import { withoutKeys } from "../model/address.ts";

const DAY = 86_400_000;
/** Days before its end in which an exception is announced as due. */
const DUE_DAYS = 30;

/** The rule's side: which kinds it leaves room for, and how long they may run. */
interface ExceptionRules {
  readonly admits: readonly ExceptionKind[];
  /** Days from today that an exception may run at most. */
  readonly maxDays: number;
  readonly remediationMaxDays: number;
}

export interface AppliedExceptions {
  /** The exception that accepts a fail of this control on this resource. */
  accept(control: string, address: string): AcceptedBy | undefined;
  /** The expired exception that would have accepted it. */
  expired(control: string, address: string): AcceptedBy | undefined;
  /** What does not hold, or soon will not; to be asked after all fails were shown. Sorted by id. */
  notices(): readonly ExceptionNotice[];
}

type State =
  | { readonly state: "holds"; readonly due: boolean }
  | { readonly state: "expired" | "refused"; readonly why: string };

/** Opens the entries for one plan. */
export function applyExceptions(
  entries: readonly ExceptionEntry[],
  catalogue: Catalogue,
  rules: ExceptionRules,
  clock: Date,
): AppliedExceptions {
  const register = entries.map((entry) => ({
    entry,
    matches: matcherOf(entry),
    state: stateOf(entry, catalogue, rules, clock),
    used: false,
  }));
  type Item = (typeof register)[number];
  const byControl = new Map<string, Item[]>();
  for (const item of register) {
    const list = byControl.get(item.entry.control);
    if (list) list.push(item);
    else byControl.set(item.entry.control, [item]);
  }
  const matching = (control: string, address: string, state: State["state"]): readonly Item[] =>
    byControl.get(control)?.filter((item) => item.state.state === state && item.matches(address)) ?? [];
  return {
    accept(control, address) {
      const items = matching(control, address, "holds");
      for (const item of items) item.used = true;
      const [first] = items;
      return first && acceptedBy(first.entry);
    },
    expired(control, address) {
      const [first] = matching(control, address, "expired");
      return first && acceptedBy(first.entry);
    },
    notices() {
      return register
        .flatMap(({ entry, state, used }): ExceptionNotice[] => {
          const { id } = entry;
          const written = writtenAt(entry);
          if (state.state !== "holds")
            return [{ id, state: state.state, message: `exception ${id} (${entry.place}) ${state.why}`, ...written }];
          if (!used)
            return [
              {
                id,
                state: "unused",
                message: `exception ${id} (${entry.place}) matches no fail of ${entry.control} at ${entry.address}`,
                ...written,
              },
            ];
          return state.due
            ? [
                {
                  id,
                  state: "due",
                  message: `exception ${id} ends on ${entry.until}, owner ${entry.owner}`,
                  ...written,
                },
              ]
            : [];
        })
        .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    },
  };
}

function matcherOf({ address: pattern, blocks }: ExceptionEntry): (address: string) => boolean {
  if (blocks) return (address) => blocks.includes(withoutKeys(address));
  const expression = addressPattern(pattern);
  return (address) => expression.test(address);
}

/** Where a construct wrote the entry; nothing for one of the register, which the id finds. */
const writtenAt = ({ blocks, place }: ExceptionEntry): { readonly place?: string } => (blocks ? { place } : {});

function acceptedBy(entry: ExceptionEntry): AcceptedBy {
  return {
    id: entry.id,
    kind: entry.kind,
    owner: entry.owner,
    approver: entry.approvedBy,
    reason: entry.reason,
    compensating: entry.compensating ?? entry.evidence ?? "",
    until: entry.until,
    ...writtenAt(entry),
  };
}

function stateOf(entry: ExceptionEntry, catalogue: Catalogue, rules: ExceptionRules, clock: Date): State {
  const refused = (why: string): State => ({ state: "refused", why });
  const control = catalogue.controlById.get(entry.control);
  if (!control)
    return refused(`names no control: ${entry.control}${suggestion(entry.control, catalogue.controlById.keys())}`);
  const kind = kindFault(entry.kind, control, catalogue, rules);
  if (kind !== undefined) return refused(kind);
  for (const [role, person] of [
    ["owner", entry.owner],
    ["author", entry.author],
  ] as const)
    if (person !== undefined && samePerson(person, entry.approvedBy))
      return refused(`is approved by its ${role} ${entry.approvedBy}, and takes somebody else's approval`);
  // Whole days of UTC: the last day counts in full.
  const days = (Date.parse(entry.until) - Math.floor(clock.getTime() / DAY) * DAY) / DAY;
  if (days < 0) return { state: "expired", why: `expired on ${entry.until}` };
  const most = entry.kind === "remediation" ? rules.remediationMaxDays : rules.maxDays;
  if (days > most) return refused(`runs until ${entry.until}, ${days} days from now, and may run ${most}`);
  return { state: "holds", due: days <= DUE_DAYS };
}

function kindFault(
  kind: ExceptionKind,
  control: Control,
  catalogue: Catalogue,
  rules: ExceptionRules,
): string | undefined {
  if (control.exception.length === 0) return `asks for what ${control.id} never admits: an exception`;
  if (!control.exception.includes(kind))
    return `is of the kind ${kind}, and ${control.id} admits ${control.exception.join(" or ")}`;
  if (!rules.admits.includes(kind)) return `is of the kind ${kind}, which the profile does not know`;
  const addressable = control.supports.some(
    (citation) => catalogue.safeguardByCitation.get(citation)?.designation === "addressable",
  );
  if (kind === "addressable-decision" && !addressable)
    return `is an addressable decision (164.306(d)(3)), and nothing that ${control.id} supports is addressable`;
  return undefined;
}

const samePerson = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
