// Objectives from the register that the gate judges by, so that nobody writes them down twice.

import { existsSync, readFileSync } from "node:fs";
import { parseRecoveryObjectives } from "../../registers/recovery-objectives.ts";
import { ConstructError } from "../error.ts";
import type { IConstruct } from "../internal/cdktf.ts";
import type { Objectives, Tier } from "./tiers.ts";

const REGISTER = "registers/recovery-objectives.yaml";

/**
 * The shortest objectives of a tier's entries; nothing where there is no register.
 *
 * @param file as a prop names it
 * @throws {ConstructError} `REGISTER_INVALID`
 */
export function registered(
  at: IConstruct,
  tier: Tier,
  file?: string,
): Partial<Pick<Objectives, "rpoHours" | "rtoHours">> {
  const path = file ?? REGISTER;
  if (!existsSync(path)) {
    if (file === undefined) return {};
    throw new ConstructError("REGISTER_INVALID", `register is ${path}, expected a file that exists`, at);
  }
  const entries = parse(at, path).filter((entry) => entry.tier === tier);
  if (entries.length === 0) {
    if (file === undefined) return {};
    throw new ConstructError("REGISTER_INVALID", `${path} holds no entry of the tier ${tier}`, at);
  }
  return {
    rpoHours: Math.min(...entries.map(({ rpoHours }) => rpoHours)),
    rtoHours: Math.min(...entries.map(({ rtoHours }) => rtoHours)),
  };
}

function parse(at: IConstruct, path: string): ReturnType<typeof parseRecoveryObjectives> {
  try {
    return parseRecoveryObjectives(readFileSync(path, "utf8"), path);
  } catch (error) {
    throw new ConstructError("REGISTER_INVALID", error instanceof Error ? error.message : String(error), at);
  }
}
