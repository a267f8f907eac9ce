// Which management events a trail records, and the fact that says so.
// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html

import type { Resource, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { type Block, blocksIn, textsIn } from "../path.ts";
import type { Fact } from "../types.ts";
import { type Answer, type Coverage, either, nothing } from "./selectors.ts";

const everything: Coverage = { read: "yes", write: "yes" };

/** A trail without selectors records the management events, reads and writes; one whose selectors forget them does not. */
export function managementOf(world: World, trail: Resource): Coverage {
  const selectors = ["event_selector", "advanced_event_selector"] as const;
  if (selectors.some((name) => world.read(trail, [name]).state === "unknown")) return { read: "maybe", write: "maybe" };
  const [basic, advanced] = selectors.map((name) => blocksIn(trail.values[name]));
  if (!basic?.length && !advanced?.length) return everything;
  return [...(basic ?? []).map(ofBasic), ...(advanced ?? []).map(ofAdvanced)].reduce(either, nothing);
}

const side = (wanted: string): Coverage => ({
  read: wanted === "writeonly" ? "no" : "yes",
  write: wanted === "readonly" ? "no" : "yes",
});

function ofBasic(selector: Block): Coverage {
  if (selector.include_management_events === false) return nothing;
  return side(String(selector.read_write_type ?? "All").toLowerCase());
}

function ofAdvanced(selector: Block): Coverage {
  const fields = blocksIn(selector.field_selector).map((field) => ({
    name: String(field.field).toLowerCase(),
    equals: textsIn(field.equals),
    not: textsIn(field.not_equals),
    field,
  }));
  const category = fields.find(({ name }) => name === "eventcategory");
  if (!category?.equals.includes("Management")) return nothing;
  // What is asked besides (a source of events, a name, who called) leaves events out; AWS KMS and the RDS Data API may be left out
  // for their number alone.
  const narrow = fields.some(
    ({ name, field, not }) =>
      !["eventcategory", "readonly"].includes(name) &&
      !(name === "eventsource" && textsIn(field.equals).length === 0 && not.every((text) => mayBeLeftOut.has(text))),
  );
  if (narrow) return nothing;
  const readOnly = fields.find(({ name }) => name === "readonly");
  const wanted = readOnly?.equals[0] ?? (readOnly?.not[0] === "true" ? "false" : readOnly?.not[0] && "true");
  return side(wanted === "true" ? "readonly" : wanted === "false" ? "writeonly" : "all");
}

const mayBeLeftOut = new Set(["kms.amazonaws.com", "rdsdata.amazonaws.com"]);

/** The fact `management_events`. A trail of data events alone is fine beside one that records the rest of the account. */
export const managementEvents: ComputedFact = ({ world, resource: trail }) => {
  const own = managementOf(world, trail);
  const beside = world
    .ofType("aws_cloudtrail")
    .filter((one) => one !== trail && one.mode === "managed" && one.account === trail.account)
    .map((one) => managementOf(world, one))
    .reduce(either, nothing);
  if (own.read === "no" && own.write === "no" && isWhole(beside)) return undefined;
  const path = "advanced_event_selector" in trail.values ? "advanced_event_selector" : "event_selector";
  const found = (state: string, text: string): Fact => ({ judged: { state }, found: text, path });
  if (isWhole(own)) return found("on", "reads and writes");
  if (isWhole(either(own, beside))) return undefined;
  if (own.read !== "no" && own.write !== "no")
    return { ...found("unknown", "known after apply"), cause: "what the trail selects is known only after apply" };
  const lost = own.read === "no" && own.write === "no" ? "none" : own.read === "no" ? "writes only" : "reads only";
  return found("off", lost);
};

const isWhole = ({ read, write }: { read: Answer; write: Answer }): boolean => read === "yes" && write === "yes";
