// Profiles: the numbers that controls are judged with, each with its source, and which exceptions the rule leaves room for.

import { parse } from "yaml";
import { z } from "zod";
import { readYamlData, type YamlFile, yamlFiles } from "./files.ts";
import type { Control, ExceptionKind, Profile } from "./types.ts";

const value = z.union([z.number(), z.array(z.number())]);
export type ParameterValue = number | readonly number[];

const parameterSchema = z.strictObject({
  value,
  /** Least and greatest value that `phiward.yaml` may set. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** The paragraph that gives the number, or `our choice`. */
  basis: z.string().min(1),
  reason: z.string().min(1),
});
export type Parameter = z.infer<typeof parameterSchema>;

const kinds = z.enum(["addressable-decision", "alternative-means", "remediation"]);
const profileSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  inForce: z.boolean(),
  /** Profile whose parameters hold where this one says nothing. */
  base: z.string().optional(),
  source: z.url().optional(),
  /** Day on which somebody last read whether the proposal became a rule. */
  checkedOn: z.iso.date().optional(),
  admits: z.array(kinds),
  parameters: z.record(z.string().regex(/^[a-z_]+$/), parameterSchema),
});

/** A profile with what stands behind its numbers. */
export interface ProfileSource extends Profile {
  readonly base?: string;
  /** The profile itself, its base, and so on. */
  readonly lineage: readonly string[];
  /** Kinds of exception that the rule leaves room for. */
  readonly admits: readonly ExceptionKind[];
  readonly definitions: Readonly<Record<string, Parameter>>;
}

const folder = "catalogue/profiles/";

/** Ids of all profiles. */
export const profileIds: readonly string[] = yamlFiles
  .filter((file) => file.startsWith(folder))
  .map((file) => file.slice(folder.length, -".yaml".length));

/** The file of a profile. */
const fileOf = (id: string): YamlFile | undefined => yamlFiles.find((file) => file === `${folder}${id}.yaml`);

/** Reads the text of a profile. */
export const parseProfile = (text: string): z.infer<typeof profileSchema> => profileSchema.parse(parse(text));

const loaded = new Map<string, ProfileSource>();

/** A profile by its id, the parameters of its base included; undefined where there is none. */
export function loadProfile(id: string): ProfileSource | undefined {
  const known = loaded.get(id);
  if (known) return known;
  const file = fileOf(id);
  if (!file) return undefined;
  const data = readYamlData(file, parseProfile);
  const base = data.base === undefined ? undefined : loadProfile(data.base);
  const definitions = { ...base?.definitions, ...data.parameters };
  const profile: ProfileSource = {
    id: data.id,
    title: data.title,
    inForce: data.inForce,
    ...(data.base !== undefined && { base: data.base }),
    lineage: [data.id, ...(base?.lineage ?? [])],
    admits: data.admits,
    definitions,
    parameters: Object.fromEntries(Object.entries(definitions).map(([name, { value }]) => [name, value])),
  };
  loaded.set(id, profile);
  return profile;
}

/** Why a value may not stand for a parameter, or undefined where it may. */
export function parameterFault(parameter: Parameter, given: ParameterValue): string | undefined {
  if (Array.isArray(parameter.value) !== Array.isArray(given))
    return `expected ${Array.isArray(parameter.value) ? "a list of numbers" : "a number"}`;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = parameter;
  for (const number of typeof given === "number" ? [given] : given) {
    if (number < min) return `must be at least ${min}, got ${number}`;
    if (number > max) return `must be at most ${max}, got ${number}`;
  }
  return undefined;
}

/** A profile with some parameters set otherwise. */
export const withParameters = (
  profile: ProfileSource,
  parameters: Readonly<Record<string, ParameterValue>>,
): ProfileSource => ({ ...profile, parameters: { ...profile.parameters, ...parameters } });

/** Whether a profile judges by a control. */
export const judgesBy = ({ lineage }: Pick<ProfileSource, "lineage">, { profile }: Pick<Control, "profile">): boolean =>
  profile === undefined || lineage.includes(profile);
