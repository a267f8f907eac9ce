// Answers kept by resource and path: several facts ask for the same attribute.

import type { Entry } from "./resources.ts";
import type { Path } from "./types.ts";

/** Keeps what `answer` says of a path of an entry. The answer must depend on nothing else. */
export class Memo<T> {
  private readonly answers = new Map<Entry, Map<string, T>>();

  of(entry: Entry, path: Path, answer: () => T): T {
    let own = this.answers.get(entry);
    if (own === undefined) {
      own = new Map();
      this.answers.set(entry, own);
    }
    const key = keyOf(path);
    const known = own.get(key);
    if (known !== undefined) return known;
    const fresh = answer();
    own.set(key, fresh);
    return fresh;
  }
}

/** Paths that differ have keys that differ: no name holds a NUL, and an index begins with one. */
function keyOf(path: Path): string {
  const [first] = path;
  if (path.length === 1 && typeof first === "string") return first;
  let key = "";
  for (const step of path) key += typeof step === "number" ? `\0\0${step}` : `\0${step}`;
  return key;
}
