// Conditions of the atlas on a known value.

import type { Condition } from "../../catalogue/atlas-schema.ts";
import type { Value } from "../model/types.ts";
import { isList, same } from "./path.ts";

type Scalar = string | number | boolean;

const listOf = (value: Scalar | readonly Scalar[]): readonly Scalar[] => (typeof value === "object" ? value : [value]);
const elementsOf = (value: Value): readonly Value[] => (isList(value) ? value : [value]);

/** Whether anybody set it to anything but nothing. */
const isSet = (value: Value): boolean =>
  value !== null && value !== "" && !(typeof value === "object" && Object.keys(value).length === 0);

/** Compiles a condition; every part of it must hold. */
export function compileCondition(condition: Condition): (value: Value) => boolean {
  const tests: ((value: Value) => boolean)[] = [];
  const { is, not, min, max, contains, containsAny, matches, set } = condition;
  if (is !== undefined) tests.push((value) => listOf(is).some((wanted) => same(value, wanted)));
  if (not !== undefined) tests.push((value) => !listOf(not).some((unwanted) => same(value, unwanted)));
  if (min !== undefined) tests.push((value) => isSet(value) && Number(value) >= min);
  if (max !== undefined) tests.push((value) => isSet(value) && Number(value) <= max);
  if (contains !== undefined)
    tests.push((value) =>
      listOf(contains).every((wanted) => elementsOf(value).some((element) => same(element, wanted))),
    );
  if (containsAny !== undefined)
    tests.push((value) =>
      listOf(containsAny).some((wanted) => elementsOf(value).some((element) => same(element, wanted))),
    );
  if (matches !== undefined) {
    const pattern = new RegExp(`^(?:${matches})$`, "is");
    tests.push((value) => value !== null && typeof value !== "object" && pattern.test(String(value)));
  }
  if (set !== undefined) tests.push((value) => isSet(value) === set);
  return (value) => tests.every((test) => test(value));
}

/** What an unknown value makes of the condition: any value at all is set; otherwise nobody can say. */
export function holdsUnknown(condition: Condition): boolean | undefined {
  if (condition.set === undefined) return undefined;
  const others = Object.entries(condition).filter(([key, value]) => key !== "set" && value !== undefined);
  return others.length === 0 ? condition.set : condition.set ? undefined : false;
}
