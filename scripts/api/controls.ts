// Which children a construct makes and which controls judge them, from what its test wrote down.

import { existsSync, readFileSync } from "node:fs";
import { kebab } from "./example.ts";

/** One child. */
export interface Child {
  /** `AccessLogs/Resource`; `(itself)` where the construct is the resource. */
  readonly id: string;
  readonly type: string;
  /** Controls that it passes. */
  readonly controls: readonly string[];
}

/** Children that the class itself makes; nothing where its test has not run. */
export function childrenOf(name: string): readonly Child[] {
  const file = `tests/constructs/${kebab(name)}/controls.txt`;
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, construct, id = "", type = "", controls = ""] = /^(\w+) (.+) (\w+): (.*)$/.exec(line) ?? [];
      return construct === name ? [{ id, type, controls: controls === "-" ? [] : controls.split(", ") }] : [];
    });
}
