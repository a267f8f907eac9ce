// Words findings: once, the same for every format.

import type { Control, Profile } from "../../catalogue/types.ts";
import type { Fact } from "../facts/types.ts";
import { engineFault } from "./engine.ts";

/** The control's expectation with the profile's numbers: `at least 365 days`. */
export function expectedText(control: Control, parameters: Profile["parameters"]): string {
  return control.expected.replace(/\{([a-z_]+)\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw engineFault(`${control.id} expects a parameter ${name}, which no profile has`);
    return typeof value === "number" ? String(value) : value.length === 0 ? "none" : value.join(", ");
  });
}

/** What a finding's sentence is made of. */
interface Finding {
  readonly address: string;
  readonly fact: Fact;
  readonly found: string;
  readonly expected: string;
  readonly control: Control;
  /** True for what the plan mends or removes. */
  readonly fixed: boolean;
}

/**
 * One sentence, no full stop: where, what was found, what was expected, which control supports what.
 *
 * `aws_db_instance.records: storage_encrypted is false, expected encrypted at rest [encryption.at_rest, 164.312(a)(2)(iv)]`
 */
export function message({ address, fact, found, expected, control, fixed }: Finding): string {
  const place = fact.path === "" ? "" : fact.address === undefined ? fact.path : `${fact.path} of ${fact.address}`;
  const what = place === "" ? found : `${place} ${fixed ? "was" : "is"} ${found}`;
  const why = fact.cause === undefined ? "" : ` (${fact.cause})`;
  return `${address}: ${what}${why}, expected ${expected} [${[control.id, ...control.supports].join(", ")}]`;
}
