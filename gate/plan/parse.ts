// From the JSON text of a plan or state to a RawPlan, or one clear error.

import { createHash } from "node:crypto";
import type { z } from "zod";
import { PhiwardError } from "../error.ts";
import { redact } from "./redact.ts";
import { configurationFault, firstBadChange, planSchema, stateSchema } from "./shape.ts";
import { separateTemplates } from "./templates.ts";
import type { RawPlan } from "./types.ts";
import { restoreUserData } from "./user-data.ts";

const WANTED = "expected the JSON that terraform show -json prints";
/** Major version of the JSON format that is understood, for plans and for states. */
const FORMAT_MAJOR = "1";

/**
 * Parses and redacts. `file` only names the input in messages.
 *
 * @throws {PhiwardError} `PLAN_EMPTY`, `PLAN_TRUNCATED`, `PLAN_NOT_JSON`, `PLAN_LOG`, `PLAN_NOT_A_PLAN`, `PLAN_RAW_STATE`,
 * `PLAN_NO_STATE`, `PLAN_FORMAT`, `PLAN_SHAPE`, `PLAN_ERRORED`
 */
export function parsePlan(text: string, file: string): RawPlan {
  const json = parseJson(text, file);
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new PhiwardError("PLAN_NOT_A_PLAN", `${file}: holds ${nameOf(json)}, ${WANTED}`);
  const keys = new Set(Object.keys(json));
  if (keys.size === 0) throw new PhiwardError("PLAN_NOT_A_PLAN", `${file}: holds an empty object, ${WANTED}`);
  const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;

  if (
    keys.has("format_version") &&
    ["planned_values", "resource_changes", "configuration"].some((key) => keys.has(key))
  )
    return clean(readPlanObject(json, file, digest));
  if (keys.has("format_version") && keys.has("values")) return redact(readStateObject(json, file, digest));
  if (keys.has("format_version") && [...keys].every((key) => key === "format_version" || key === "terraform_version"))
    throw new PhiwardError(
      "PLAN_NO_STATE",
      `${file}: terraform show -json found no state here, expected a plan or a state`,
    );
  if (keys.has("version") && (keys.has("lineage") || keys.has("serial")))
    throw new PhiwardError(
      "PLAN_RAW_STATE",
      `${file}: is a raw state file, run terraform show -json on it and pass on the output`,
    );
  throw new PhiwardError("PLAN_NOT_A_PLAN", `${file}: is JSON but neither a plan nor a state, ${WANTED}`);
}

function readPlanObject(json: object, file: string, digest: string): RawPlan {
  const shape = check(planSchema, json, file);
  checkFormat(shape.format_version, file);
  if (shape.errored === true)
    throw new PhiwardError("PLAN_ERRORED", `${file}: planning ended with an error, expected a plan that succeeded`);
  const changes = shape.resource_changes ?? [];
  const bad = firstBadChange(changes);
  if (bad >= 0)
    throw new PhiwardError("PLAN_SHAPE", `${file}: resource_changes[${bad}] is not a resource change, ${WANTED}`);
  const fault = configurationFault(shape.configuration?.root_module);
  if (fault !== undefined)
    throw new PhiwardError("PLAN_SHAPE", `${file}: ${fault} does not have the shape of a plan, ${WANTED}`);
  return {
    header: {
      file,
      kind: "plan",
      digest,
      formatVersion: shape.format_version,
      ...(shape.terraform_version === undefined ? {} : { terraformVersion: shape.terraform_version }),
      complete: shape.complete !== false,
    },
    changes,
    state: shape.prior_state?.values?.root_module,
    configuration: shape.configuration,
    variables: shape.variables ?? {},
    relevant: shape.relevant_attributes,
  };
}

function clean(plan: RawPlan): RawPlan {
  // Before redaction: a text with a hole no longer has the hash.
  restoreUserData(plan);
  separateTemplates(plan);
  return redact(plan);
}

function readStateObject(json: object, file: string, digest: string): RawPlan {
  const shape = check(stateSchema, json, file);
  checkFormat(shape.format_version, file);
  return {
    header: {
      file,
      kind: "state",
      digest,
      formatVersion: shape.format_version,
      ...(shape.terraform_version === undefined ? {} : { terraformVersion: shape.terraform_version }),
      complete: true,
    },
    changes: [],
    state: shape.values.root_module ?? {},
    configuration: undefined,
    variables: {},
    relevant: undefined,
  };
}

function check<T>(schema: z.ZodType<T>, json: object, file: string): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? "the top level" : issue.path.join(".");
  throw new PhiwardError("PLAN_SHAPE", `${file}: ${where} does not have the shape of a plan or state, ${WANTED}`);
}

function checkFormat(version: string, file: string): void {
  if (version.split(".")[0] === FORMAT_MAJOR) return;
  throw new PhiwardError(
    "PLAN_FORMAT",
    `${file}: format_version is ${version.slice(0, 20)}, expected ${FORMAT_MAJOR}.x`,
  );
}

function parseJson(text: string, file: string): unknown {
  if (text.trim() === "") throw new PhiwardError("PLAN_EMPTY", `${file}: holds no text, ${WANTED}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    // The engine's message may quote the text, and with it a secret: only the position is used.
    const message = error instanceof Error ? error.message : "";
    const position = /at position (\d+)/.exec(message)?.[1];
    const end = text.trimEnd().length;
    const at = position === undefined ? (/^Unexpected end/.test(message) ? end : undefined) : Number(position);
    if (isLog(text))
      throw new PhiwardError("PLAN_LOG", `${file}: is the log of a command run with -json, ${WANTED} of a saved plan`);
    if (at !== undefined && (at >= end || /Unterminated|Unexpected end/.test(message)))
      throw new PhiwardError(
        "PLAN_TRUNCATED",
        `${file}: the JSON breaks off at ${place(text, end)}, expected a whole document`,
      );
    throw new PhiwardError(
      "PLAN_NOT_JSON",
      `${file}: is not JSON${at === undefined ? "" : ` at ${place(text, at)}`}, ${WANTED}`,
    );
  }
}

const isLog = (text: string): boolean => /^\s*\{"@level":/.test(text.slice(0, 200));

const place = (text: string, index: number): string =>
  `byte ${Buffer.byteLength(text.slice(0, index))} (line ${text.slice(0, index).split("\n").length})`;

const nameOf = (json: unknown): string =>
  Array.isArray(json) ? "a list" : json === null ? "null" : `a ${typeof json}`;
