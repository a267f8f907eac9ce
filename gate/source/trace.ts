// What CDKTF and a construct write beside a resource, under `//` of the synthesised JSON: Terraform takes it for a comment.

import { z } from "zod";
import { PhiwardError } from "../error.ts";
import type { SourceLocation, Trace, Value } from "../model/types.ts";
import { at, isMap } from "../model/value.ts";

const text = z.string().min(1);
const place = z.int().min(1);

const createdAtSchema = z.strictObject({ file: text, line: place, column: place });
const phiwardSchema = z.strictObject({
  construct: text,
  createdAt: createdAtSchema.optional(),
  claims: z.array(text).default([]),
  // Read by the register's own schema, so that one mistake has one message wherever it is written.
  exceptions: z.array(z.unknown()).default([]),
});

/**
 * Reads `//` of a block.
 *
 * @param name file and block, for messages
 * @throws {PhiwardError} `SOURCE_UNREADABLE` where `//.phiward` has an unknown shape
 */
export function readTrace(block: { readonly [key: string]: Value }, name: string): Trace | undefined {
  const comment = block["//"];
  // Anybody may write a comment there, and in any form; only what bears our name is ours to refuse.
  if (!isMap(comment)) return undefined;
  const written = at(comment, ["metadata", "path"]);
  const path = typeof written === "string" && written !== "" ? { construct: written } : {};
  if (comment.phiward === undefined)
    return path.construct === undefined ? undefined : { ...path, claims: [], exceptions: [] };
  const parsed = phiwardSchema.safeParse(comment.phiward);
  if (!parsed.success) throw unreadable(parsed.error.issues[0], comment.phiward, name);
  const { createdAt, claims, exceptions } = parsed.data;
  return {
    ...path,
    ...(createdAt && isInside(createdAt) && { createdAt }),
    claims: [...new Set(claims)],
    exceptions,
  };
}

/**
 * Whether the file lies below the working directory of the synthesis. A path that leads elsewhere may be honest (a workspace's
 * neighbour) and is no place in the repository that a report can link to; nor is one with characters that cannot be seen.
 */
function isInside({ file }: SourceLocation): boolean {
  const parts = file.split("/");
  return (
    !/[\\:]|\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u.test(file) && !parts.some((part) => part === "" || /^\.+$/.test(part))
  );
}

function unreadable(issue: z.core.$ZodIssue | undefined, value: Value, name: string): PhiwardError {
  const path = (issue?.path ?? []).filter((step): step is string | number => typeof step !== "symbol");
  const where = ["//", "phiward", ...path].join(".");
  const [found, expected] = difference(issue, at(value, path));
  return new PhiwardError("SOURCE_UNREADABLE", `${name}.${where}: found ${found}, expected ${expected}`);
}

function difference(issue: z.core.$ZodIssue | undefined, value: unknown): readonly [found: string, expected: string] {
  if (issue?.code === "unrecognized_keys") {
    const known = issue.path.length === 0 ? phiwardSchema : createdAtSchema;
    return [`the key ${JSON.stringify(issue.keys[0])}`, `only ${Object.keys(known.shape).join(", ")}`];
  }
  const json = value === undefined ? "nothing" : JSON.stringify(value);
  const found = json.length > 80 ? `${json.slice(0, 80)}…` : json;
  if (issue?.code === "too_small")
    return [found, issue.origin === "string" ? "some text" : `at least ${issue.minimum}`];
  const words: Readonly<Record<string, string>> = {
    object: "a map",
    array: "a list",
    string: "text",
    number: "a number",
    int: "a whole number",
  };
  return [
    found,
    issue?.code === "invalid_type" ? (words[issue.expected] ?? issue.expected) : "the shape that constructs write",
  ];
}
