// Which class of construct made a resource of a recorded plan: from the list of children that the constructs' test keeps.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Part } from "./recording.ts";

const FOLDER = "tests/constructs";
const lists = new Map<string, ReadonlyMap<string, string>>();

/** Classes by type and child, of one recording. */
function listOf(name: string): ReadonlyMap<string, string> {
  const ready = lists.get(name);
  if (ready) return ready;
  const file = `${FOLDER}/${name}/controls.txt`;
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const list = new Map(
    lines.flatMap((line): [string, string][] => {
      const [, made = "", child = "", type = ""] = /^(\w+) (.+) (\w+):/.exec(line) ?? [];
      return made === "" ? [] : [[`${type} ${idOf(child)}`, made]];
    }),
  );
  lists.set(name, list);
  return list;
}

/** Name of the class for each part: as its recording's list says, as another's does, else the recording's own name. */
export function classesOf(name: string): (part: Part) => string {
  const others = readdirSync(FOLDER).filter((other) => other !== name && existsSync(`${FOLDER}/${other}/controls.txt`));
  const own = name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
  return ({ path, type }) => {
    const key = `${type} ${childOf(path)}`;
    return [name, ...others].flatMap((one) => listOf(one).get(key) ?? [])[0] ?? own;
  };
}

/** Ids below the use; the synthesiser leaves `Resource` out of a name. */
const idOf = (child: string): string =>
  child === "(itself)"
    ? ""
    : child
        .split("/")
        .filter((id) => id !== "Resource")
        .join("_");

export const childOf = (path: string): string => path.split("_").slice(1).join("_");
