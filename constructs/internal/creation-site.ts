// Where in the user's code a construct was made.

import { relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Line of the user's source. */
export interface CreationSite {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** This library: the folder of its sources, or the one file that they are bundled into. */
const own = import.meta.url.endsWith(".ts") ? new URL("..", import.meta.url).href : import.meta.url;
/** `at new Portal (file:///app/main.ts:12:3)`, `at file:///app/main.ts:12:3`, `at Object.<anonymous> (/app/main.ts:12:3)`. */
const frame = /^at (?:.*\()?((?:file:\/\/|\/|[A-Za-z]:\\).+?):(\d+):(\d+)\)?$/;

/** The nearest frame of the stack that is neither this library's nor a dependency's; undefined where there is none. */
export function creationSite(): CreationSite | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 100;
  const stack = new Error("creation site").stack ?? "";
  Error.stackTraceLimit = limit;
  for (const line of stack.split("\n").slice(1)) {
    const [, place, row, column] = frame.exec(line.trim()) ?? [];
    if (place === undefined || place.includes("node_modules")) continue;
    const url = place.startsWith("file://") ? place : pathToFileURL(place).href;
    if (url.startsWith(own)) continue;
    const file = relative(process.cwd(), fileURLToPath(url)).split(sep).join("/");
    return { file, line: Number(row), column: Number(column) };
  }
  return undefined;
}
