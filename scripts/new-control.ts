// Starts a new control: writes its policy and the policy's tests, filled in from the fact that it judges, and says what is left to write.
// usage: new-control.ts FAMILY.NAME FACT [--profile hygiene]
// Nothing else has to be edited: bundle, pages, tables and lists come from these files with `npm run policies`.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { factDefinitions } from "../catalogue/facts.ts";
import { profileIds } from "../catalogue/profiles.ts";
import { EXIT } from "../gate/error.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { profile: { type: "string" } },
});
const [id = "", fact = ""] = positionals;

function fault(text: string): never {
  console.error(text);
  process.exit(EXIT.usage);
}

if (!/^[a-z]+\.[a-z][a-z0-9_]*$/.test(id))
  fault(`usage: npm run new:control FAMILY.NAME FACT: ${JSON.stringify(id)} is no id such as encryption.at_rest`);
const definition = factDefinitions.get(fact) ?? fault(`catalogue/facts.yaml has no fact ${JSON.stringify(fact)}`);
if (options.profile !== undefined && !profileIds.includes(options.profile))
  fault(`there is no profile ${options.profile}, only ${profileIds.join(", ")}`);
const [family = "", name = ""] = id.split(".");
const folder = `policies/controls/${family}/${name}`;
if (existsSync(folder)) fault(`${folder} exists already`);

const { states } = definition;
const unknown = states.indexOf("unknown");
const good = unknown < 0 ? states.slice(0, 1) : states.slice(0, unknown);
const bad = unknown < 0 ? states.slice(1) : states.slice(unknown + 1);
const list = (words: readonly string[]): string =>
  words.length === 1
    ? `== ${JSON.stringify(words[0])}`
    : `in {${words.map((word) => JSON.stringify(word)).join(", ")}}`;

const rule = (status: string, words: readonly string[]): string => `
status[resource.address] := "${status}" if {
	some resource in input.resources
	applies[resource.address]
	resource.facts.${fact}.state ${list(words)}
}
`;
const policy = `# METADATA
# title: WRITE what holds where it passes, in one phrase
# description: |
#   WRITE why it matters to a patient: what happens where it fails.
# related_resources:
#   - ref: https://docs.aws.amazon.com/WRITE
# custom:
#   severity: medium
#   supports: ["164.312(a)(1)"]
#   judges: ${fact}
${options.profile === undefined ? "" : `#   profile: ${options.profile}\n`}#   expected: WRITE what the gate prints as expected
#   exception: [alternative-means, remediation]
#   remedy:
#     terraform: WRITE which argument to set, and to what
package hipaa.controls.${id}

applies contains resource.address if {
	some resource in input.resources
	resource.facts.${fact}
	resource.facts.data_class != "none"
}
${rule("pass", good)}${rule("fail", bad)}${unknown < 0 ? "" : rule("undetermined", ["unknown"])}`;

const judged = [...good, ...(unknown < 0 ? [] : ["unknown"]), ...bad];
const statusOf = (state: string): string =>
  state === "unknown" ? "undetermined" : good.includes(state) ? "pass" : "fail";
const address = (state: string): string => `"aws_example.${state}"`;
const test = `package hipaa.controls.${id}_test

import data.hipaa.controls.${id}
import data.hipaa.testing

_judged := {
${judged.map((state) => `\t${address(state)}: {"state": "${state}"},`).join("\n")}
}

test_each_state_has_its_status if {
	plan := testing.plan("${fact}", "ephi", _judged)
	${name}.applies == {${judged.map(address).join(", ")}} with input as plan
	${name}.status == {
${judged.map((state) => `\t\t${address(state)}: "${statusOf(state)}",`).join("\n")}
	} with input as plan
}

test_data_free_of_ephi_is_not_judged if {
	plan := testing.plan("${fact}", "none", _judged)
	${name}.applies == set() with input as plan
	${name}.status == {} with input as plan
}

test_other_facts_are_not_judged if {
	plan := testing.plan("neighbour", "ephi", _judged)
	${name}.applies == set() with input as plan
	${name}.status == {} with input as plan
}

test_a_misspelt_state_gets_no_status if {
	plan := testing.plan("${fact}", "ephi", {"aws_example.misspelt": {"state": "misspelt"}})
	${name}.applies == {"aws_example.misspelt"} with input as plan
	${name}.status == {} with input as plan
}
`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/${name}.rego`, policy);
writeFileSync(`${folder}/${name}_test.rego`, test);
console.log(`wrote ${folder}/${name}.rego and ${folder}/${name}_test.rego. Now
1. replace every WRITE in ${name}.rego; change severity, citations and exceptions to what is true
2. have a resource ok_${fact} and one bad_${fact} of each type that has the fact in tests/atlas/<service>/main.tf, then npm run record
3. npm run policies, npm run rego-mutants -- --control ${id}, npm run coverage`);
