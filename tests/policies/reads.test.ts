// Trees as `opa parse --format json` prints them, cut down to the references.
import { describe, expect, it } from "vitest";
import { readParameters } from "../../scripts/policies/reads.ts";
import type { Node } from "../../scripts/policies/sources.ts";

const variable = (value: string): Node => ({ type: "var", value });
const reference = (head: string, ...path: string[]): Node => ({
  type: "ref",
  value: [variable(head), ...path.map((value) => ({ type: "string", value }))],
});
const call = (name: string, ...args: Node[]): Node => ({ type: "call", value: [reference(...split(name)), ...args] });
const split = (name: string): [string, ...string[]] => {
  const [head = "", ...rest] = name.split(".");
  return [head, ...rest];
};
const loop = call("internal.member_2", variable("resource"), reference("input", "resources"));
const read = (...body: Node[]) =>
  readParameters(
    {
      id: "a.b",
      family: "a",
      property: "b",
      file: "controls/a/b/b.rego",
      annotation: {},
      rules: [{ body: body.map((terms, index) => ({ index, terms })) }],
    },
    "encryption",
  );

describe("readParameters", () => {
  it("allows the address, the class, the judged fact and the profile, and names the parameters", () => {
    const parameters = read(
      loop,
      reference("resource", "address"),
      reference("resource", "facts", "data_class"),
      reference("resource", "facts", "encryption", "state"),
      reference("input", "profile", "days"),
      reference("data", "hipaa", "lib", "ports", "ssh"),
    );
    expect([...parameters]).toEqual(["days"]);
  });

  it.each([
    ["another fact", [reference("resource", "facts", "transit", "state")], "resource.facts.transit.state"],
    ["all facts", [reference("resource", "facts")], "resource.facts"],
    ["the type", [reference("resource", "type")], "resource.type"],
    ["a resource as a whole", [call("f", variable("resource"))], "the whole resource"],
    ["the input as a whole", [call("f", variable("input"))], "the whole input"],
    ["the plan", [reference("input", "plan")], "input.plan"],
    ["the profile as a whole", [reference("input", "profile")], "input.profile"],
    ["another control", [reference("data", "hipaa", "controls", "a", "c", "status")], "data.hipaa.controls.a.c.status"],
    [
      "a computed path",
      [{ type: "ref", value: [variable("resource"), { type: "string", value: "facts" }, variable("fact")] }],
      "resource.facts.[]",
    ],
    [
      "resources under another name",
      [call("internal.member_2", variable("other"), reference("input", "resources"))],
      "input.resources under another name",
    ],
    ["a slow function", [call("sprintf", variable("x"))], "sprintf, a function of the host"],
    ["a slow function with a dot", [call("regex.match", variable("x"))], "regex.match, a function of the host"],
  ] as const)("refuses %s", (_what, body, named) => {
    expect(() => read(loop, ...body)).toThrow(named);
    expect(() => read(loop, ...body)).toThrow("policies/controls/a/b/b.rego may read resource.address");
  });
});
