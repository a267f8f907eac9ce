// Redaction on reading: what Terraform marks sensitive and what looks like a secret never reaches the model.

import { gunzipSync } from "node:zlib";
import { PhiwardError } from "../error.ts";
import {
  isLiteral,
  isSecretFlag,
  isSecretName,
  isSuspect,
  mark,
  redactSecretKeys,
  redactText,
  secretKinds,
} from "./secrets.ts";
import { Sensitive } from "./sensitive.ts";
import type { RawPlan } from "./types.ts";

type Container = Record<string, unknown> | unknown[];

/** Deeper nesting than any plan has; a document beyond it is refused, not followed. */
const MAX_DEPTH = 200;
/** Names that only wrap the value of the name above them. */
const WRAPPERS = new Set(["constant_value", "template", "default", "value", "plaintext"]);
/** Longest base64 text that is decoded to look inside. */
const MAX_BASE64 = 1 << 20;
/** Names under which lists of pairs keep the name and the value. */
const LABELS = ["name", "Name", "key", "Key", "parameter_key", "ParameterKey"];
/** Types of an environment variable whose value says where the secret is kept. */
const REFERENCE_TYPES = new Set(["SECRETS_MANAGER", "PARAMETER_STORE"]);

/** Redacts in place, and returns the same plan: it has just been parsed and belongs to nobody else. */
export function redact(plan: RawPlan): RawPlan {
  const sensitive = new Sensitive();
  sensitive.apply(plan);
  const scan = new Scan(sensitive.values, plan.header.file);
  for (const entry of plan.changes) {
    scan.container(entry.change.before, "", 0);
    // A no-op often has the same text twice; the objects are two all the same.
    scan.container(entry.change.after, "", 0);
  }
  scan.container(plan.state, "", 0);
  scan.container(plan.configuration, "", 0);
  scan.container(plan.variables, "", 0);
  return plan;
}

/** One walk over values that replaces what looks like a secret. */
class Scan {
  private readonly planted: ReadonlySet<string>;
  private readonly file: string;

  constructor(planted: ReadonlySet<string>, file: string) {
    this.planted = planted;
    this.file = file;
  }

  container(value: unknown, name: string, depth: number): void {
    if (typeof value !== "object" || value === null) return;
    if (depth > MAX_DEPTH)
      throw new PhiwardError(
        "PLAN_SHAPE",
        `${this.file}: values are nested more than ${MAX_DEPTH} deep, expected a plan`,
      );
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const before: unknown = index === 0 ? undefined : value[index - 1];
        const announced = typeof before === "string" && before.startsWith("--") && isSecretFlag(before);
        this.member(value, index, value[index], announced ? before.slice(2) : name, depth);
      }
      return;
    }
    if (!isRecord(value)) return;
    const object = value;
    for (const key in object) {
      const child = object[key];
      if (typeof child === "string" || (typeof child === "object" && child !== null))
        this.member(object, key, child, WRAPPERS.has(key) && name !== "" ? name : key, depth);
    }
    this.pair(object);
    this.keyBeside(object);
  }

  private member(owner: Container, at: string | number, child: unknown, name: string, depth: number): void {
    if (typeof child !== "string") {
      if (typeof child === "object" && child !== null) this.container(child, name, depth + 1);
      return;
    }
    const clean = this.text(child, name, depth);
    if (clean !== child) set(owner, at, clean);
  }

  private text(text: string, name: string, depth: number): string {
    if (name !== "" && isSecretName(name) && isLiteral(text) && !isJson(text)) return markByShape(text);
    if (this.planted.size > 0 && this.planted.has(text)) return mark("sensitive-value");
    if (isSuspect(text)) {
      const inside = isJson(text) ? this.json(text, depth) : undefined;
      return redactText(inside ?? text);
    }
    return this.base64(text);
  }

  /** JSON inside a string is read as JSON, and written again only where it held a secret. */
  private json(text: string, depth: number): string | undefined {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      return undefined;
    }
    const before = JSON.stringify(parsed);
    this.container(parsed, "", depth + 1);
    const after = JSON.stringify(parsed);
    return after === before ? undefined : after;
  }

  private base64(text: string): string {
    if (text.length < 24 || text.length > MAX_BASE64 || !/^[A-Za-z0-9+/\r\n]+={0,2}\s*$/.test(text)) return text;
    let bytes = Buffer.from(text, "base64");
    try {
      if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes, { maxOutputLength: MAX_BASE64 });
    } catch {
      return text;
    }
    const inside = bytes.toString("utf8");
    if (inside.includes("\ufffd") || !isSuspect(inside)) return text;
    const kind = secretKinds(this.text(inside, "", MAX_DEPTH - 20))[0];
    return kind === undefined ? text : `(secret: ${kind})`;
  }

  /** `{name: "DB_PASSWORD", value: "…"}`, as containers, builds and parameters spell an environment. */
  private pair(object: Record<string, unknown>): void {
    const label = LABELS.map((name) => textOf(object[name])).find((text) => text !== undefined);
    if (label === undefined || !isSecretName(label)) return;
    if (REFERENCE_TYPES.has(textOf(object.type ?? object.Type) ?? "")) return;
    for (const slot of ["value", "Value", "parameter_value", "ParameterValue"]) {
      const value = textOf(object[slot]);
      if (value === undefined || !isLiteral(value)) continue;
      const holder = object[slot];
      // In the configuration both stand one level deeper, as constants.
      if (isRecord(holder)) holder.constant_value = markByShape(value);
      else object[slot] = markByShape(value);
    }
  }

  /** A secret access key in another entry of the map that holds its access key id. */
  private keyBeside(object: Record<string, unknown>): void {
    const values = Object.values(object);
    if (!values.some((value) => typeof value === "string" && value === mark("aws-access-key-id"))) return;
    for (const [key, value] of Object.entries(object))
      if (typeof value === "string") object[key] = redactSecretKeys(value);
  }
}

/** The kind that the text's own shape shows, else `named-secret`. */
function markByShape(text: string): string {
  const kind = isSuspect(text) ? secretKinds(redactText(text))[0] : undefined;
  return kind === undefined ? mark("named-secret") : `(secret: ${kind})`;
}

const isJson = (text: string): boolean => /^\s*[[{]/.test(text);

/** A text, or the text of an expression that is a constant. */
function textOf(value: unknown): string | undefined {
  const text = isRecord(value) ? value.constant_value : value;
  return typeof text === "string" ? text : undefined;
}

function set(owner: Container, at: string | number, value: unknown): void {
  if (Array.isArray(owner)) owner[Number(at)] = value;
  else owner[String(at)] = value;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
