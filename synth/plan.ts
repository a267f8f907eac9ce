// From a synthesised stack to what the gate reads: a plan that creates everything, as far as the stack's own text tells it.

import type { Value } from "../gate/model/types.ts";
import { isList, isMap } from "../gate/model/value.ts";
import { parsePlan } from "../gate/plan/parse.ts";
import type { JsonObject, RawChange, RawConfigResource, RawPlan, RawProviderConfig } from "../gate/plan/types.ts";
import { expressionOf, expressionsOf, type Planned, plannedOf, withDefaultTags } from "./blocks.ts";
import { type Block, blocksIn, type Configuration, readConfiguration } from "./configuration.ts";
import { partsOf } from "./expression.ts";
import { type Iteration, Names } from "./names.ts";
import { isTagged } from "./shapes.ts";

/** A stack as the gate reads it, and what of it the gate cannot see. */
export interface EarlyPlan {
  readonly plan: RawPlan;
  /** Names of the module calls: their resources are in no synthesised text. */
  readonly modules: readonly string[];
}

/** Attributes that AWS gives and that no plan of a creation knows. */
const GIVEN = ["id", "arn"];
const NO_DEFAULTS: Planned = { values: {}, unknown: {} };

/**
 * Reads a synthesised stack.
 *
 * - Literals are known; so are names that end in a literal of the stack, a variable's default among them.
 * - Every other expression is unknown, with its references: no function is evaluated.
 * - What nobody wrote is absent, as it is in a plan.
 *
 * @param json what `stack.toTerraform()` gives, or the content of `cdk.tf.json`
 * @param file name for messages
 * @throws {PhiwardError} `PLAN_SHAPE` where it does not have the shape of a configuration
 */
export function earlyPlan(json: JsonObject, file: string): EarlyPlan {
  const configuration = readConfiguration(json);
  const iterations = iterationsOf(configuration);
  const names = new Names(configuration, new Set([...iterations].flatMap(([address, all]) => (all ? [address] : []))));
  const providers = new Map(configuration.providers.map((one) => [keyOf(one.name, one.body), one.body]));
  const resources = [...configuration.blocks.values()].map((block): RawConfigResource => writtenOf(names, block));
  const read = attributesRead(resources);
  const changes = [...configuration.blocks.values()].flatMap((block) => {
    const tags = defaultTags(names, providers.get(providerOf(block)));
    const source = sourceOf(configuration, block.type);
    return instancesOf(block, iterations).map((iteration) => {
      const planned = plannedOf(names, block.type, block.body, iteration);
      const tagged = block.mode === "managed" && isTagged(block.type) ? withDefaultTags(planned, tags) : planned;
      return changeOf(block, iteration, source, withOpen(tagged, block, read.get(block.address)));
    });
  });
  const defaults = [...configuration.variables].flatMap(([name, { default: value }]): [string, Value][] =>
    value === undefined ? [] : [[name, value]],
  );
  const plan = {
    format_version: "1.2",
    resource_changes: changes.sort((a, b) => (a.address < b.address ? -1 : 1)),
    variables: Object.fromEntries(defaults.map(([name, value]) => [name, { value }])),
    configuration: {
      provider_config: Object.fromEntries([...providers].map(([key, body]) => [key, providerConfig(names, key, body)])),
      root_module: {
        resources,
        variables: Object.fromEntries(
          [...configuration.variables].map(([name, { default: value, sensitive }]) => [
            name,
            { ...(value !== undefined && { default: value }), ...(sensitive === true && { sensitive }) },
          ]),
        ),
        module_calls: Object.fromEntries(
          [...configuration.modules].map(([name, body]) => [
            name,
            { source: body.source, expressions: expressionsOf(names, `module.${name}`, { ...body, source: null }) },
          ]),
        ),
      },
    },
  };
  return {
    plan: { ...parsePlan(JSON.stringify(plan), file), unevaluated: true },
    modules: [...configuration.modules.keys()],
  };
}

const keyOf = (name: string, { alias }: JsonObject): string => (typeof alias === "string" ? `${name}.${alias}` : name);

function providerOf({ type, body }: Block): string {
  const named = typeof body.provider === "string" ? /^(?:\$\{)?([\w.-]+)\}?$/.exec(body.provider)?.[1] : undefined;
  return named ?? localName(type);
}

/** A type belongs to the provider by whose local name it begins. */
const localName = (type: string): string => type.split("_", 1)[0] ?? type;

function sourceOf({ sources }: Configuration, type: string): string {
  const written = sources.get(localName(type)) ?? localName(type);
  const parts = written.split("/");
  return [...["registry.terraform.io", "hashicorp"].slice(0, 3 - parts.length), ...parts].join("/");
}

function providerConfig(names: Names, key: string, body: JsonObject): RawProviderConfig {
  const [name = key, alias] = key.split(".");
  const { alias: _, ...rest } = body;
  return { name, ...(alias !== undefined && { alias }), expressions: expressionsOf(names, `provider.${name}`, rest) };
}

function defaultTags(names: Names, provider: JsonObject | undefined): Planned {
  const [block] = blocksIn(provider?.default_tags);
  const known = block?.tags === undefined ? undefined : names.evaluate(block.tags);
  if (known === undefined || !isMap(known.value)) return NO_DEFAULTS;
  return { values: known.value, unknown: isMap(known.unknown) ? known.unknown : {} };
}

function writtenOf(names: Names, block: Block): RawConfigResource {
  const { mode, type, name, body } = block;
  const forEach = body.for_each === undefined ? undefined : (listOfSet(body.for_each) ?? body.for_each);
  return {
    mode,
    type,
    name,
    provider_config_key: providerOf(block),
    expressions: expressionsOf(names, type, body),
    ...(body.count !== undefined && { count_expression: expressionOf(names, body.count) }),
    ...(forEach !== undefined && { for_each_expression: expressionOf(names, forEach) }),
  };
}

/** Instances of the blocks that count or iterate; undefined for a block of which only a plan knows how many. */
function iterationsOf(configuration: Configuration): ReadonlyMap<string, readonly Iteration[] | undefined> {
  const names = new Names(configuration, new Set());
  const found = new Map<string, readonly Iteration[] | undefined>();
  for (const { address, body } of configuration.blocks.values()) {
    const { count, for_each: forEach } = body;
    if (count !== undefined) {
      const times = Number(names.evaluate(count).value ?? Number.NaN);
      found.set(address, Number.isInteger(times) ? Array.from({ length: times }, (_, key) => ({ key })) : undefined);
    } else if (forEach !== undefined) {
      const list = listOfSet(forEach);
      const known =
        list === undefined && isMap(forEach) ? Object.entries(forEach) : list?.map((key) => [key, key] as const);
      found.set(
        address,
        known?.map(([key, value]) => ({ key, value })),
      );
    }
  }
  return found;
}

/** cdktf writes a list to iterate over as `${toset(["a", "b"])}`; undefined for any other text. */
function listOfSet(value: Value): readonly string[] | undefined {
  const text = typeof value === "string" ? /^\$\{toset\((\[.*\])\)\}$/s.exec(value)?.[1] : undefined;
  if (text === undefined) return undefined;
  try {
    const list: Value = JSON.parse(text);
    return isList(list) &&
      list.every((one) => typeof one === "string" && !partsOf(one).some((part) => "expression" in part))
      ? [...new Set(list.map(String))]
      : undefined;
  } catch {
    return undefined;
  }
}

function instancesOf(
  { address }: Block,
  iterations: ReadonlyMap<string, readonly Iteration[] | undefined>,
): readonly (Iteration | undefined)[] {
  // Where nobody knows how many there are, one stands for all of them.
  return iterations.get(address) ?? [undefined];
}

/** Attributes of each block that expressions read. */
function attributesRead(resources: readonly RawConfigResource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const read = new Map<string, Set<string>>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("references" in node && Array.isArray(node.references))
      for (const text of node.references) {
        const [, block, attribute] = /^((?:data\.)?[\w-]+\.[\w-]+)(?:\[[^\]]*\])?\.([\w-]+)/.exec(String(text)) ?? [];
        if (block === undefined || attribute === undefined) continue;
        const known = read.get(block);
        if (known === undefined) read.set(block, new Set([attribute]));
        else known.add(attribute);
      }
    else for (const inner of Object.values(node)) visit(inner);
  };
  for (const { expressions } of resources) visit(expressions);
  return read;
}

/** What others read of a resource and nobody wrote is known after apply. */
function withOpen({ values, unknown }: Planned, { mode }: Block, read: ReadonlySet<string> = new Set()): Planned {
  const open = [...(mode === "managed" ? GIVEN : []), ...read].filter(
    (name) => values[name] === undefined && unknown[name] === undefined,
  );
  return { values, unknown: { ...unknown, ...Object.fromEntries(open.map((name) => [name, true])) } };
}

function changeOf(block: Block, iteration: Iteration | undefined, source: string, planned: Planned): RawChange {
  const { mode, type, name, address } = block;
  const key = iteration?.key;
  return {
    address: key === undefined ? address : `${address}[${JSON.stringify(key)}]`,
    mode,
    type,
    name,
    ...(key !== undefined && { index: key }),
    provider_name: source,
    change: {
      actions: [mode === "data" ? "read" : "create"],
      before: null,
      after: planned.values,
      after_unknown: planned.unknown,
    },
  };
}
