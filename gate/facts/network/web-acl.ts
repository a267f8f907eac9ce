// Web ACLs: which stages have one, and what an ACL turns away.

import type { Resource, Value, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { isList, isObject } from "../path.ts";

const ASSOCIATIONS = ["aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"];

/** Whether an association names the stage. Absent for stages of private APIs, which nobody reaches from the internet. */
export const stageWebAcl: ComputedFact = ({ world, resource }) => {
  const apis = world.targets(resource, ["rest_api_id"]);
  if (apis.some((target) => target.kind === "resource" && isPrivate(world, target.resource))) return undefined;
  const found = ASSOCIATIONS.map((type) => world.companions(resource, type, "resource_arn"));
  const [certain] = found.flatMap((companions) => companions.certain);
  if (certain) return { judged: { state: "on" }, found: "associated", path: "web_acl_arn", address: certain.address };
  const [possible] = found.flatMap((companions) => companions.possible);
  if (possible)
    return {
      judged: { state: "unknown" },
      found: `perhaps associated by ${possible.address}`,
      path: "",
      cause: `the plan does not say whether ${possible.address} names this stage`,
    };
  return { judged: { state: "off" }, found: "no web ACL association for it in this plan", path: "", byAbsence: true };
};

function isPrivate(world: World, api: Resource): boolean {
  const types = world.read(api, ["endpoint_configuration", 0, "types"]);
  return types.state === "known" && isList(types.value) && types.value.includes("PRIVATE");
}

/** What an ACL does with the requests that fit none of its rules, or those that fit one. */
type Outcome = "refuses" | "lets pass";

interface Rule {
  readonly outcome: Outcome;
  readonly managed: string;
}

/** The rules of an ACL of either generation; undefined where they are known only after apply. */
function rulesOf(world: World, acl: Resource): readonly Rule[] | undefined {
  const json = world.read(acl, ["rule_json"]);
  if (json.state === "unknown") return undefined;
  if (json.state === "known" && typeof json.value === "string") return parsed(json.value)?.map(ofJson);
  const name = acl.type === "aws_waf_web_acl" ? "rules" : "rule";
  const read = world.read(acl, [name]);
  if (read.state === "unknown") return undefined;
  const blocks = read.state === "known" && isList(read.value) ? read.value : [];
  return blocks.map(acl.type === "aws_wafv2_web_acl" ? ofBlock : ofClassic);
}

function parsed(text: string): readonly Value[] | undefined {
  try {
    const rules: Value = JSON.parse(text);
    return isList(rules) ? rules : undefined;
  } catch {
    return undefined;
  }
}

/** Below the first block of that name. */
function block(value: Value | undefined, name: string): Value | undefined {
  const list = isObject(value) ? value[name] : undefined;
  return isList(list) ? list[0] : undefined;
}
const has = (value: Value | undefined, name: string): boolean => block(value, name) !== undefined;

/** A rule refuses by its own action, a group of rules unless its results are only counted. */
const ofBlock = (rule: Value): Rule => {
  const [action, override] = [block(rule, "action"), block(rule, "override_action")];
  const refuses = ["block", "captcha", "challenge"].some((name) => has(action, name)) || has(override, "none");
  const group = block(block(rule, "statement"), "managed_rule_group_statement");
  return { outcome: refuses ? "refuses" : "lets pass", managed: text(group, "name") };
};

const ofClassic = (rule: Value): Rule => {
  const refuses =
    text(block(rule, "action"), "type") === "BLOCK" || text(block(rule, "override_action"), "type") === "NONE";
  return { outcome: refuses ? "refuses" : "lets pass", managed: "" };
};

const ofJson = (rule: Value): Rule => {
  const [action, override] = [part(rule, "Action"), part(rule, "OverrideAction")];
  const refuses =
    ["Block", "Captcha", "Challenge"].some((name) => part(action, name) !== undefined) ||
    part(override, "None") !== undefined;
  const group = part(part(rule, "Statement"), "ManagedRuleGroupStatement");
  return { outcome: refuses ? "refuses" : "lets pass", managed: text(group, "Name") };
};

const part = (value: Value | undefined, name: string): Value | undefined => (isObject(value) ? value[name] : undefined);
const text = (value: Value | undefined, name: string): string => String(part(value, name) ?? "");

const LATER = {
  judged: { state: "unknown" },
  found: "known after apply",
  path: "rule",
  cause: "the rules are known only after apply",
};

/** Whether an ACL refuses any request: by default, by a rule or by a group of rules that stands in a resource of its own. */
export const webAclRules: ComputedFact = ({ world, resource }) => {
  const action = block(resource.values, "default_action");
  if (has(action, "block") || text(action, "type") === "BLOCK")
    return { judged: { state: "guarded" }, found: "refuses what no rule allows", path: "default_action[0]" };
  const groups = world.companions(resource, "aws_wafv2_web_acl_rule_group_association", "web_acl_arn");
  const [group] = [...groups.certain, ...groups.possible];
  if (group) return { judged: { state: "guarded" }, found: "a group of rules", path: "", address: group.address };
  const rules = rulesOf(world, resource);
  if (rules === undefined) return LATER;
  const refusing = rules.filter(({ outcome }) => outcome === "refuses").length;
  if (refusing > 0) return { judged: { state: "guarded" }, found: `rules that refuse: ${refusing}`, path: "rule" };
  return {
    judged: { state: "bare" },
    found: rules.length === 0 ? "no rule" : "only rules that count or allow",
    path: "rule",
  };
};

const KNOWN_BAD = "AWSManagedRulesKnownBadInputsRuleSet";

/** Whether the managed rules against requests that are known to exploit something are among those that refuse. */
export const knownBadInputs: ComputedFact = ({ world, resource }) => {
  const rules = rulesOf(world, resource);
  if (rules === undefined) return LATER;
  const found = rules.find(({ managed }) => managed === KNOWN_BAD);
  if (found?.outcome === "refuses") return { judged: { state: "on" }, found: KNOWN_BAD, path: "rule" };
  return {
    judged: { state: "off" },
    found: found ? `${KNOWN_BAD} only counts` : `without ${KNOWN_BAD}`,
    path: "rule",
    byAbsence: found === undefined,
  };
};
