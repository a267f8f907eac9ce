// The fact `image_scan` of repositories: their own setting, or that of the registry, which stands in a resource that names none of them.

import type { Resource, Value } from "../../model/types.ts";
import { isList, isObject } from "../path.ts";
import type { ComputedFact } from "./types.ts";

const path = "image_scanning_configuration[0].scan_on_push";

/** On where either scans. */
export const imageScan: ComputedFact = ({ world, resource }) => {
  const own = world.read(resource, ["image_scanning_configuration", 0, "scan_on_push"]);
  if (own.state === "known" && own.value === true) return { judged: { state: "on" }, found: "true", path };
  const registry = world
    .ofType("aws_ecr_registry_scanning_configuration")
    .filter((other) => other.mode === "managed" && sameRegistry(other, resource));
  const scanning = registry.find((other) => scans(other, resource));
  if (scanning)
    return {
      judged: { state: "on" },
      found: `scanned by ${scanning.address}`,
      path: "",
      ...(scanning.context === undefined ? {} : { basis: scanning.context }),
    };
  if (own.state === "unknown")
    return { judged: { state: "unknown" }, found: "known after apply", path, cause: own.cause };
  return {
    judged: { state: "off" },
    found: own.state === "known" ? String(own.value) : "not set, the default is false",
    path,
    byAbsence: true,
  };
};

const sameRegistry = (a: Resource, b: Resource): boolean =>
  a.region === b.region &&
  (a.account === undefined || b.account === undefined ? a.credentials === b.credentials : a.account === b.account);

/** Whether a rule of the registry that fits the repository's name scans on push or all the time. */
function scans({ values }: Resource, repository: Resource): boolean {
  const rules = isList(values.rule) ? values.rule : [];
  return rules.some((rule) => {
    if (!isObject(rule) || !["SCAN_ON_PUSH", "CONTINUOUS_SCAN"].includes(String(rule.scan_frequency))) return false;
    const filters: readonly Value[] = isList(rule.repository_filter) ? rule.repository_filter : [];
    return filters.some((filter) => isObject(filter) && fits(String(filter.filter), repository.values.name));
  });
}

/** A filter of a registry: text with `*` for anything. Text without one is found anywhere in the name. */
function fits(filter: string, name: Value | undefined): boolean {
  if (filter === "*") return true;
  if (typeof name !== "string") return false;
  const [first = "", ...rest] = filter.split("*");
  if (rest.length === 0) return name.includes(filter);
  const last = rest.pop() ?? "";
  let at = first.length;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  for (const part of rest) {
    const next = name.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return at <= name.length - last.length;
}
