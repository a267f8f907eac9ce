// The fact `engine_support`: how long the major version of a database engine still gets patches, from catalogue/engine-support.yaml.

import tables from "../../../catalogue/generated/engine-support.json" with { type: "json" };
import type { Resource, World } from "../../model/types.ts";
import { daysUntil } from "../clock.ts";
import type { ComputedFact } from "../computed/types.ts";

interface Cycle {
  readonly version: string;
  readonly parts: readonly number[];
  /** Last day, `none` where none is announced. */
  readonly ends: string;
}

const partsOf = (version: string): readonly number[] => version.split(".").map((part) => Number.parseInt(part, 10));

function order(a: readonly number[], b: readonly number[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined || part !== other) return part - (other ?? -1);
  }
  return a.length - b.length;
}

const cycles: ReadonlyMap<string, readonly Cycle[]> = new Map(
  Object.entries(tables).map(([engine, { ends }]) => [
    engine,
    Object.entries(ends)
      .map(([version, end]) => ({ version, parts: partsOf(version), ends: end }))
      .sort((a, b) => order(a.parts, b.parts)),
  ]),
);

/**
 * Major version that a version belongs to. What the table passes over is as old as the next one that it names; what is newer than
 * all of it has no end yet.
 */
function cycleOf(engine: string, version: string): Cycle | undefined {
  const known = cycles.get(engine) ?? [];
  const own = known.find((cycle) => version === cycle.version || version.startsWith(`${cycle.version}.`));
  const parts = partsOf(version);
  return own ?? (parts.some(Number.isNaN) ? undefined : known.find((cycle) => order(parts, cycle.parts) < 0));
}

interface Running {
  readonly engine: string;
  readonly version: string;
}

/** The engine is named beside the version, in it (`OpenSearch_2.19`), or by the attribute that holds it (`kafka_version`). */
function runningOf(world: World, resource: Resource, attribute: string, version: string): Running {
  const [, inside, number] = /^([a-z]+)_([\d.]+)$/i.exec(version) ?? [];
  if (inside !== undefined && number !== undefined) return { engine: inside.toLowerCase(), version: number };
  for (const name of ["engine", "engine_type"]) {
    const engine = world.read(resource, [name]);
    // Aurora MySQL writes its own version behind that of MySQL: `8.0.mysql_aurora.3.04.0`.
    if (engine.state === "known" && typeof engine.value === "string")
      return { engine: engine.value.toLowerCase(), version: version.split(".mysql_aurora")[0] ?? "" };
  }
  return { engine: attribute.replace(/_version$/, ""), version };
}

/** Without a version the service takes its default one, which is supported: nothing to judge. */
export const engineSupport: ComputedFact = ({ world, resource, attribute = "engine_version" }) => {
  const engine = world.read(resource, ["engine"]);
  if (engine.state === "known" && !cycles.has(String(engine.value).toLowerCase())) return undefined;
  const version = world.read(resource, [attribute]);
  if (version.state === "unknown")
    return { judged: { state: "unknown" }, found: "known after apply", path: attribute, cause: version.cause };
  if (version.state !== "known" || typeof version.value !== "string") return undefined;
  const running = runningOf(world, resource, attribute, version.value);
  const cycle = cycleOf(running.engine, running.version);
  if (!cycle) return undefined;
  const shown = `${running.engine} ${running.version}`;
  if (cycle.ends === "none")
    return { judged: { state: "supported" }, found: `${shown}, whose support has no end announced`, path: attribute };
  const days = daysUntil(world, cycle.ends);
  if (days === undefined) return undefined;
  return {
    judged: { state: days < 0 ? "ended" : "supported", days },
    found: `${shown}, whose standard support ${days < 0 ? "ended" : "ends"} on ${cycle.ends}`,
    path: attribute,
  };
};
