// Finds phiward.yaml, reads it with what it extends, and settles every value.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { suggestion } from "../../catalogue/nearest.ts";
import {
  loadProfile,
  type Parameter,
  type ParameterValue,
  parameterFault,
  profileIds,
} from "../../catalogue/profiles.ts";
import { type Parsed, readYaml } from "../../registers/yaml.ts";
import type { Enforce } from "../assessment.ts";
import { EXIT, PhiwardError } from "../error.ts";
import type { DeclaredAccount } from "../facts/accounts/known.ts";
import { type DataClassOptions, defaultDataClassOptions } from "../facts/data-class.ts";
import { type ConfigFile, configSchema } from "./schema.ts";

/** Where a register lies. `named` where a file says so: it then has to exist. */
export interface RegisterFile {
  readonly file: string;
  readonly named: boolean;
}

/** Settings with every default filled in; paths are absolute. */
export interface Config {
  /** The file found, undefined where there is none. */
  readonly file?: string;
  /** Folder that holds the file, else the working directory. */
  readonly folder: string;
  readonly enforce: Enforce;
  readonly profile: string;
  readonly dataClass: DataClassOptions;
  /** Who decided on a data class default other than `ephi`. */
  readonly defaultApprover?: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly exceptions: RegisterFile;
  readonly recoveryObjectives: RegisterFile;
  /** Accounts and organizations that somebody answers for. */
  readonly accounts: readonly DeclaredAccount[];
  /** Regions in which ePHI may lie. @default - not judged */
  readonly regions?: readonly string[];
  readonly context: readonly string[];
  readonly registers: "required" | "optional";
}

const NAME = "phiward.yaml";
const CODE = "CONFIG_INVALID";

interface Layer {
  readonly file: string;
  readonly parsed: Parsed<ConfigFile>;
}

/** `phiward.yaml` in a folder or above it, up to the root of the git repository (or of the disk). */
export function findConfig(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = join(folder, NAME);
    if (existsSync(file)) return file;
    if (existsSync(join(folder, ".git")) || dirname(folder) === folder) return undefined;
  }
}

/**
 * Reads the settings.
 *
 * @param file named by the caller; default: {@link findConfig} from `cwd`
 * @throws {PhiwardError} `CONFIG_MISSING` (usage) where the named file does not exist, `CONFIG_INVALID` with file, line and column
 */
export function loadConfig(cwd: string, file?: string): Config {
  const named = file === undefined ? undefined : resolve(cwd, file);
  if (named !== undefined && !existsSync(named))
    throw new PhiwardError("CONFIG_MISSING", `there is no file ${file} to read settings from`, EXIT.usage);
  const found = named ?? findConfig(cwd);
  if (found === undefined) return settle([], undefined, cwd);
  return settle(layersOf(found, [], cwd), found, cwd);
}

/** The layers of a file: what it extends first, itself last. */
function layersOf(file: string, chain: readonly string[], cwd: string): readonly Layer[] {
  const shown = shownPath(file, cwd);
  const parsed = readYaml(readText(file, shown), shown, configSchema, CODE);
  const { extends: bases = [] } = parsed.data;
  const layers: Layer[] = [];
  for (const [index, base] of (typeof bases === "string" ? [bases] : bases).entries()) {
    const place = parsed.at(typeof bases === "string" ? ["extends"] : ["extends", index]);
    const target = locate(base, file, place);
    const path = [...chain, file];
    if (path.includes(target))
      throw new PhiwardError(
        CODE,
        `${place}: extends goes in a circle: ${[...path, target].map((step) => shownPath(step, cwd)).join(" → ")}`,
      );
    layers.push(...layersOf(target, path, cwd));
  }
  layers.push({ file, parsed });
  return layers;
}

function locate(base: string, file: string, place: string): string {
  if (base.startsWith(".") || isAbsolute(base)) {
    const target = resolve(dirname(file), base);
    if (!existsSync(target)) throw new PhiwardError(CODE, `${place}: extends names ${base}, and there is no such file`);
    return target;
  }
  try {
    return createRequire(file).resolve(base);
  } catch {
    throw new PhiwardError(CODE, `${place}: extends names ${base}, and no installed package has this file`);
  }
}

function settle(layers: readonly Layer[], file: string | undefined, cwd: string): Config {
  let enforce: Enforce = "all";
  let profile = "hipaa";
  let { tagKeys, values, default: fallback } = defaultDataClassOptions;
  let approver: string | undefined;
  const folder = file === undefined ? resolve(cwd) : dirname(file);
  let exceptions = { file: join(folder, "registers", "exceptions.yaml"), named: false };
  let recoveryObjectives = { file: join(folder, "registers", "recovery-objectives.yaml"), named: false };
  const accounts: DeclaredAccount[] = [];
  let regions: readonly string[] | undefined;
  const context: string[] = [];
  let registers: Config["registers"] = "optional";
  const parameters: Record<string, ParameterValue> = {};
  for (const { file, parsed } of layers) {
    const { data } = parsed;
    const path = (name: string): string => resolve(dirname(file), name);
    enforce = data.enforce ?? enforce;
    if (data.profile !== undefined) {
      if (!profileIds.includes(data.profile))
        throw new PhiwardError(
          CODE,
          `${parsed.at(["profile"])}: there is no profile ${data.profile}${suggestion(data.profile, profileIds)}`,
        );
      profile = data.profile;
    }
    registers = data.registers ?? registers;
    tagKeys = data.dataClass?.tags ?? tagKeys;
    values = {
      ephi: data.dataClass?.values?.ephi ?? values.ephi,
      "ephi-derived": data.dataClass?.values?.["ephi-derived"] ?? values["ephi-derived"],
      none: data.dataClass?.values?.none ?? values.none,
    };
    if (data.dataClass?.default !== undefined) [fallback, approver] = [data.dataClass.default, data.dataClass.approver];
    if (data.exceptions !== undefined) exceptions = { file: path(data.exceptions), named: true };
    if (data.recoveryObjectives !== undefined)
      recoveryObjectives = { file: path(data.recoveryObjectives), named: true };
    accounts.push(...(data.accounts ?? []));
    regions = data.regions ?? regions;
    context.push(...(data.context ?? []).map(path));
    Object.assign(parameters, checked(parsed));
  }
  oneClassAValue(values, layers);
  return {
    ...(file !== undefined && { file }),
    folder,
    enforce,
    profile,
    dataClass: { tagKeys, values, default: fallback },
    ...(approver !== undefined && { defaultApprover: approver }),
    parameters,
    exceptions,
    recoveryObjectives,
    accounts,
    ...(regions && { regions }),
    context,
    registers,
  };
}

/** The parameters of a file, each known and within its bounds. */
function checked({ data, at }: Parsed<ConfigFile>): Readonly<Record<string, ParameterValue>> {
  const definitions: Record<string, Parameter> = {};
  for (const id of profileIds) Object.assign(definitions, loadProfile(id)?.definitions);
  for (const [name, value] of Object.entries(data.parameters ?? {})) {
    const place = at(["parameters", name]);
    const definition = definitions[name];
    if (!definition)
      throw new PhiwardError(
        CODE,
        `${place}: no profile has a parameter ${name}${suggestion(name, Object.keys(definitions))}`,
      );
    const fault = parameterFault(definition, value);
    if (fault !== undefined) throw new PhiwardError(CODE, `${place}: ${name} ${fault}`);
  }
  return data.parameters ?? {};
}

function oneClassAValue(values: DataClassOptions["values"], layers: readonly Layer[]): void {
  const seen = new Map<string, string>();
  for (const [dataClass, list] of Object.entries(values))
    for (const value of list) {
      const other = seen.get(value.toLowerCase());
      if (other !== undefined && other !== dataClass) {
        const place = layers.at(-1)?.parsed.at(["dataClass", "values", dataClass]) ?? NAME;
        throw new PhiwardError(CODE, `${place}: the tag value ${value} stands for ${other} and for ${dataClass}`);
      }
      seen.set(value.toLowerCase(), dataClass);
    }
}

function readText(file: string, shown: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new PhiwardError(CODE, `${shown}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Relative to the working directory where that is shorter. */
function shownPath(file: string, cwd: string): string {
  const short = relative(resolve(cwd), file);
  return short === "" || short.length > file.length ? file : short;
}
