// The parts of a synthesised stack that are read, in one form: cdktf writes a block as an object or as a list of one.

import type { Value } from "../gate/model/types.ts";
import { isList, isMap } from "../gate/model/value.ts";
import type { JsonObject } from "../gate/plan/types.ts";

/** A `resource` or `data` block. */
export interface Block {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** `aws_s3_bucket.a` or `data.aws_s3_bucket.a`. */
  readonly address: string;
  readonly body: JsonObject;
}

/** A configuration in JSON syntax: what `stack.toTerraform()` gives, and what `cdk.tf.json` holds. */
export interface Configuration {
  readonly blocks: ReadonlyMap<string, Block>;
  readonly providers: readonly { readonly name: string; readonly body: JsonObject }[];
  readonly variables: ReadonlyMap<string, JsonObject>;
  readonly locals: ReadonlyMap<string, Value>;
  readonly modules: ReadonlyMap<string, JsonObject>;
  /** Source addresses of the providers by their local names. */
  readonly sources: ReadonlyMap<string, string>;
  /** Major version of the AWS provider, where the stack names one. */
  readonly awsMajor: number | undefined;
}

/** Sorts the parts of a synthesised stack. What is not of its kind is left out: Terraform will refuse it. */
export function readConfiguration(json: JsonObject): Configuration {
  const required = blocksIn(json.terraform).flatMap(({ required_providers: wanted }) => blocksIn(wanted));
  return {
    blocks: new Map(
      [...blocksOf("managed", json.resource), ...blocksOf("data", json.data)].map((block) => [block.address, block]),
    ),
    providers: entriesIn(json.provider).flatMap(([name, bodies]) => blocksIn(bodies).map((body) => ({ name, body }))),
    variables: new Map(labelled(json.variable)),
    locals: new Map(entriesIn(json.locals)),
    modules: new Map(labelled(json.module)),
    sources: new Map(
      required.flatMap((one) =>
        Object.entries(one).flatMap(([name, wanted]): [string, string][] =>
          isMap(wanted) && typeof wanted.source === "string" ? [[name, wanted.source]] : [],
        ),
      ),
    ),
    awsMajor: majorOf(required.map(({ aws }) => aws).find(isMap)?.version),
  };
}

/** Of a constraint such as `6.25.0` or `~> 6.0`. */
function majorOf(constraint: Value | undefined): number | undefined {
  const [, major] = typeof constraint === "string" ? (/^\s*(?:=|~>|>=)?\s*(\d+)/.exec(constraint) ?? []) : [];
  return major === undefined ? undefined : Number(major);
}

function blocksOf(mode: Block["mode"], types: Value | undefined): readonly Block[] {
  return entriesIn(types).flatMap(([type, named]) =>
    labelled(named).map(([name, body]) => ({
      mode,
      type,
      name,
      address: `${mode === "data" ? "data." : ""}${type}.${name}`,
      body,
    })),
  );
}

/** The objects of a block that may be written once or several times. */
export function blocksIn(value: Value | undefined): readonly JsonObject[] {
  if (isMap(value)) return [value];
  return isList(value) ? value.filter(isMap) : [];
}

const entriesIn = (value: Value | undefined): readonly [string, Value][] =>
  blocksIn(value).flatMap((one) => Object.entries(one).filter(([name]) => name !== "//"));

const labelled = (value: Value | undefined): [string, JsonObject][] =>
  entriesIn(value).flatMap(([name, bodies]) => blocksIn(bodies).map((body): [string, JsonObject] => [name, body]));
