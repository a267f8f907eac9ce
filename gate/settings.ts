// What a judgement rests on beside the plan: settings, catalogue, atlas, profile and exceptions. Read once, for any number of plans.

import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Atlas } from "../catalogue/atlas-schema.ts";
import { type Catalogue, loadCatalogue } from "../catalogue/load.ts";
import { suggestion } from "../catalogue/nearest.ts";
import { loadProfile, type ProfileSource, profileIds, withParameters } from "../catalogue/profiles.ts";
import packageJson from "../package.json" with { type: "json" };
import { type ExceptionEntry, parseExceptions } from "../registers/exceptions.ts";
import { parseRecoveryObjectives, type RecoveryObjective } from "../registers/recovery-objectives.ts";
import type { Assessment, Enforce } from "./assessment.ts";
import { type Config, loadConfig, type RegisterFile } from "./config/load.ts";
import type { Context } from "./context.ts";
import { EXIT, PhiwardError } from "./error.ts";
import { knownAccounts } from "./facts/accounts/known.ts";
import { loadAtlas } from "./facts/atlas.ts";
import { withChanges } from "./facts/change/worlds.ts";
import { computeFacts } from "./facts/compute.ts";
import type { ResourceFacts } from "./facts/types.ts";
import { assess } from "./judge/assess.ts";
import type { Engine } from "./judge/engine.ts";
import { buildModel } from "./model/build.ts";
import type { SourceHints } from "./model/source-hints.ts";
import type { Model } from "./model/types.ts";
import type { RawPlan } from "./plan/types.ts";

/** Version of this package. */
export const version: string = packageJson.version;

export interface GateOptions {
  /** Folder from which `phiward.yaml` is sought and file names are read. @default - the working directory */
  readonly cwd?: string;
  /** Settings file. @default - `phiward.yaml` in `cwd` or above it, up to the root of the git repository */
  readonly config?: string;
  /** @default - as the settings say, else `hipaa` */
  readonly profile?: string;
  /** @default - as the settings say, else `all` */
  readonly enforce?: Enforce;
  /** What counts as now. @default - the clock of the machine */
  readonly now?: Date;
  /**
   * Folder of the configuration that made the plan, or of the JSON that CDKTF synthesised.
   *
   * @default - none: no file and line, constants of unknown text unknown, nothing of what constructs claim and except
   */
  readonly source?: string;
  /** Other stacks' plans and states, and stated facts; added to those of the settings. */
  readonly context?: readonly string[];
  /** Register of exceptions. @default - as the settings say, else `registers/exceptions.yaml` where it exists */
  readonly exceptions?: string;
  /** Register of recovery objectives. @default - as the settings say, else `registers/recovery-objectives.yaml` where it exists */
  readonly recoveryObjectives?: string;
  /** Judge as if there were no exceptions, of the register or of constructs, and say so. @default false */
  readonly ignoreExceptions?: boolean;
  /** Share verdicts between equal resources. @default true */
  readonly reuse?: boolean;
  /** Called before each slow step with what it does: `reading plan.json`. */
  readonly onStep?: (step: string) => void;
}

/** Options and settings joined, with everything read that they name except the context. */
export interface Settings {
  readonly config: Config;
  readonly profile: ProfileSource;
  readonly proposal?: ProfileSource;
  readonly catalogue: Catalogue;
  readonly atlas: Atlas;
  readonly enforce: Enforce;
  readonly clock: Date;
  readonly exceptions: readonly ExceptionEntry[];
  readonly exceptionsIgnored: boolean;
  readonly objectives: readonly RecoveryObjective[];
  readonly registersFound: boolean;
  /** Files of the settings and of the options. */
  readonly context: readonly string[];
  readonly reuse: boolean;
}

/**
 * Reads the settings.
 *
 * @throws {PhiwardError} on settings, registers or a catalogue that cannot be used
 */
export function settle(options: GateOptions): Settings {
  const cwd = resolve(options.cwd ?? ".");
  const config = loadConfig(cwd, options.config);
  const profiles = profilesFor(options.profile ?? config.profile, config);
  const catalogue = loadCatalogueOrFault();
  const enforce = options.enforce ?? config.enforce;
  const registersFound = existsSync(resolve(config.folder, "registers"));
  const exceptions = readExceptions(options, config, cwd);
  if (config.registers === "required" && !registersFound && enforce !== "observe")
    throw new PhiwardError(
      "REGISTERS_MISSING",
      `the settings require registers, and ${shown(resolve(config.folder, "registers"), cwd)} does not exist`,
      EXIT.blocked,
    );
  return {
    config,
    ...profiles,
    catalogue,
    atlas: loadAtlas(),
    enforce,
    clock: options.now ?? new Date(),
    exceptions,
    exceptionsIgnored: options.ignoreExceptions === true,
    objectives: readObjectives(options, config, cwd),
    registersFound,
    context: [...config.context.map((file) => shown(file, cwd)), ...(options.context ?? [])],
    reuse: options.reuse ?? true,
  };
}

/** A plan's model and the facts of its two worlds. */
export interface Worked {
  readonly model: Model;
  readonly before: ReadonlyMap<string, ResourceFacts>;
  readonly after: ReadonlyMap<string, ResourceFacts>;
}

/** Builds the model of a plan that has been read, and works out its facts. */
export function workOut(raw: RawPlan, settings: Settings, context: Context, source?: SourceHints): Worked {
  const { atlas, clock, config, objectives } = settings;
  const model = buildModel(raw, {
    context: context.plans,
    identity: (type) => atlas[type]?.identity,
    ...(source && { source }),
  });
  const accounts = knownAccounts([model.before, model.after], config.accounts);
  const { dataClass, regions } = config;
  const facts = { dataClass, stated: context.stated, objectives, accounts, clock, ...(regions && { regions }) };
  const after = computeFacts(model.after, atlas, facts);
  // A state is one world, told twice.
  const before = model.header.kind === "state" ? after : computeFacts(model.before, atlas, facts);
  return { model, before, after: withChanges({ model, atlas, before, after }) };
}

/**
 * Judges one plan that has been read.
 *
 * @throws {PhiwardError} `ENGINE_FAULT`
 */
export function judgePlan(
  raw: RawPlan,
  settings: Settings,
  engine: Engine,
  context: Context,
  source?: SourceHints,
): Assessment {
  const { atlas, config } = settings;
  const { model, before, after } = workOut(raw, settings, context, source);
  return assess({
    version,
    engine,
    catalogue: settings.catalogue,
    atlas,
    model,
    before,
    after,
    context: context.files,
    contextNotes: context.notes,
    profile: settings.profile,
    ...(settings.proposal && { proposal: settings.proposal }),
    enforce: settings.enforce,
    clock: settings.clock,
    exceptions: settings.exceptions,
    dataClass: config.dataClass,
    ...(config.defaultApprover !== undefined && { defaultApprover: config.defaultApprover }),
    registersFound: settings.registersFound,
    exceptionsIgnored: settings.exceptionsIgnored,
    reuse: settings.reuse,
  });
}

/** The rule in force, and the proposed one where that is asked for: a proposal never stands in for the rule. */
function profilesFor(
  id: string,
  config: Config,
): { readonly profile: ProfileSource; readonly proposal?: ProfileSource } {
  const asked = loadProfile(id);
  if (!asked)
    throw new PhiwardError("PROFILE_UNKNOWN", `there is no profile ${id}${suggestion(id, profileIds)}`, EXIT.usage);
  const set = (profile: ProfileSource): ProfileSource => withParameters(profile, config.parameters);
  if (asked.inForce) return { profile: set(asked) };
  const base = asked.base === undefined ? undefined : loadProfile(asked.base);
  if (!base?.inForce) throw new Error(`the proposed profile ${id} has no base in force`);
  return { profile: set(base), proposal: set(asked) };
}

function loadCatalogueOrFault(): ReturnType<typeof loadCatalogue> {
  try {
    return loadCatalogue();
  } catch (error) {
    throw new PhiwardError(
      "ENGINE_FAULT",
      `the control catalogue cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function readExceptions(options: GateOptions, config: Config, cwd: string): readonly ExceptionEntry[] {
  if (options.ignoreExceptions === true) return [];
  const register = registerFile(options.exceptions, config.exceptions, cwd);
  return readRegister(register, cwd, "EXCEPTIONS_UNREADABLE", "exceptions", parseExceptions);
}

function readObjectives(options: GateOptions, config: Config, cwd: string): readonly RecoveryObjective[] {
  const register = registerFile(options.recoveryObjectives, config.recoveryObjectives, cwd);
  return readRegister(register, cwd, "RECOVERY_OBJECTIVES_UNREADABLE", "recovery objectives", parseRecoveryObjectives);
}

const registerFile = (option: string | undefined, configured: RegisterFile, cwd: string): RegisterFile =>
  option === undefined ? configured : { file: resolve(cwd, option), named: true };

/** Entries of a register; none where nobody named it and it does not exist. */
function readRegister<T>(
  { file, named }: RegisterFile,
  cwd: string,
  code: string,
  what: string,
  parse: (text: string, file: string) => readonly T[],
): readonly T[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (!named && !existsSync(file)) return [];
    throw new PhiwardError(
      code,
      `${shown(file, cwd)}: the register of ${what} cannot be read (${error instanceof Error ? error.message : String(error)})`,
    );
  }
  return parse(text, shown(file, cwd));
}

/** As a person in `cwd` would write it. */
function shown(file: string, cwd: string): string {
  const short = relative(cwd, file);
  return short === "" || short.startsWith("..") ? file : short;
}
