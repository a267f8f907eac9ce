// Reads what an entrypoint answers and refuses every answer that is not exactly one verdict for each resource in scope.

import type { Control } from "../../catalogue/types.ts";
import type { Status } from "../assessment.ts";
import { engineFault } from "./engine.ts";

/** What a control says of one resource. */
export interface Outcome {
  readonly control: Control;
  readonly status: Status;
  /** Where the rule knows more than the fact. */
  readonly found?: string;
  readonly expected?: string;
}

type Fields = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isStatus = (value: unknown): value is Status => value === "pass" || value === "fail" || value === "undetermined";

/**
 * The outcomes of each resource of a shard, in the order of the controls.
 *
 * @param controls all controls that judge the entrypoint's fact
 * @param addresses the shard's resources
 * @throws {PhiwardError} `ENGINE_FAULT` on a missing or unknown control, on a verdict for what is not in `applies`, on none for
 *   what is, and on a status that is not one of the three
 */
export function readAnswer(
  entrypoint: string,
  answer: unknown,
  controls: readonly Control[],
  addresses: readonly string[],
): ReadonlyMap<string, readonly Outcome[]> {
  if (!isObject(answer)) throw engineFault(`${entrypoint} answered with something other than an object`);
  const outcomes = new Map<string, Outcome[]>(addresses.map((address) => [address, []]));
  for (const control of controls) {
    const said = answer[control.id];
    if (!isObject(said)) throw engineFault(`${entrypoint} does not answer for ${control.id}`);
    const { applies, status } = said;
    if (!Array.isArray(applies) || !isObject(status))
      throw engineFault(`${control.id} answers without applies and status`);
    const scope = new Set<unknown>(applies);
    if (scope.size !== applies.length) throw engineFault(`${control.id} names a resource twice in applies`);
    for (const address of Object.keys(status))
      if (!scope.has(address))
        throw engineFault(`${control.id} gives a verdict for ${address}, which it does not apply to`);
    for (const address of scope) {
      const list = typeof address === "string" ? outcomes.get(address) : undefined;
      if (typeof address !== "string" || !list)
        throw engineFault(`${control.id} applies to ${String(address)}, which nobody asked about`);
      if (!Object.hasOwn(status, address)) throw engineFault(`${control.id} gives no verdict for ${address}`);
      list.push(readOutcome(control, address, status[address]));
    }
  }
  const known = new Set(controls.map((control) => control.id));
  for (const id of Object.keys(answer))
    if (!known.has(id))
      throw engineFault(`${entrypoint} answers for ${id}, a control that the catalogue does not list`);
  return outcomes;
}

function readOutcome(control: Control, address: string, said: unknown): Outcome {
  if (isStatus(said)) return { control, status: said };
  if (!isObject(said) || !isStatus(said.status))
    throw engineFault(`${control.id} gives ${address} the status ${JSON.stringify(said)}`);
  const { status, found, expected, ...rest } = said;
  for (const [key, value] of Object.entries({ found, expected }))
    if (value !== undefined && typeof value !== "string")
      throw engineFault(`${control.id} gives ${address} a ${key} that is no text: ${JSON.stringify(value)}`);
  const [extra] = Object.keys(rest);
  if (extra !== undefined) throw engineFault(`${control.id} gives ${address} an unknown field ${extra}`);
  return {
    control,
    status,
    ...(typeof found === "string" && { found }),
    ...(typeof expected === "string" && { expected }),
  };
}
