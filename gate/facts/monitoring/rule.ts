// The fact `event_rule`: whether a rule of Amazon EventBridge can tell anybody of the events that it is made for.

import type { Resource, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { isList, isObject, textsIn } from "../path.ts";
import type { Fact } from "../types.ts";
import { isOff } from "./watches.ts";

/** Asked of rules on the events of AWS itself whose target tells people, and of those without any target. */
export const eventRule: ComputedFact = ({ world, resource: rule }) => {
  const document = world.document(rule, ["event_pattern"]);
  if (document.state !== "known" || !isObject(document.value)) return undefined;
  const { source, detail } = document.value;
  const sources = textsIn(source);
  if (!sources.some((text) => text.startsWith("aws."))) return undefined;
  const { certain, possible } = world.companions(rule, "aws_cloudwatch_event_target", "rule");
  if (certain.length === 0) {
    if (possible.length > 0) return undefined;
    return { judged: { state: "off" }, found: "no target in this plan", path: "", byAbsence: true };
  }
  if (!certain.some((target) => tells(world, target))) return undefined;
  const fact = (state: string, found: string, path: string): Fact => ({ judged: { state }, found, path });
  if (isOff(rule)) return fact("off", "switched off", rule.values.is_enabled === false ? "is_enabled" : "state");
  // A call names its service in its source and in its detail: what is asked of the detail alone never comes.
  const [lost] = (isObject(detail) ? textsIn(detail.eventSource) : []).filter(
    (text) => !sources.includes(`aws.${text.split(".")[0] ?? ""}`),
  );
  const plain = isList(source) && sources.length === source.length;
  if (lost !== undefined && plain) return fact("off", `source leaves out ${lost}`, "event_pattern");
  return fact("on", "a pattern that events can pass, and a target", "event_pattern");
};

function tells(world: World, target: Resource): boolean {
  const { arn } = target.values;
  if (typeof arn === "string") return /^arn:[^:]+:sns:/.test(arn);
  return world.targets(target, ["arn"]).some((end) => end.kind === "resource" && end.resource.type === "aws_sns_topic");
}
