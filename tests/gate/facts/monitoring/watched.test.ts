// What watches a trail as Terraform plans it: tests/atlas/monitoring.

import { expect, it } from "vitest";
import { loadAtlas } from "../../../../gate/facts/atlas.ts";
import { computeFacts } from "../../../../gate/facts/compute.ts";
import { buildModel } from "../../../../gate/model/build.ts";
import { readPlan } from "../../../../gate/plan/read.ts";

const facts = computeFacts(buildModel(await readPlan("tests/atlas/monitoring.plan.json.gz")).after, loadAtlas());
const fact = (address: string, name: string) => facts.get(address)?.facts.get(name);
const trail = (name: string) => `aws_cloudtrail.${name}`;

it("takes any pattern that the events pass", () => {
  const right = trail("ok_management_events__trail_insights__watched_events__watched_changes__filters");
  expect(fact(right, "watched_events")).toEqual({
    judged: { state: "watched", attempts: 1 },
    found: "told by 1 at the most",
    path: "",
  });
  expect(fact(right, "watched_changes")?.judged.state).toBe("watched");
});

it("names what nobody hears of: each alarm is never raised in a way of its own", () => {
  const deaf = trail("bad_watched_events__watched_changes__deaf");
  expect(fact(deaf, "watched_events")).toEqual({
    judged: { state: "partial" },
    found:
      "nobody hears of root use; sign-in without MFA; failed sign-ins; trail changes; disabled or deleted keys; bucket policy changes",
    path: "",
    byAbsence: true,
  });
  const found = fact(deaf, "watched_changes")?.found ?? "";
  expect(found.split("; ").map((part) => part.replace(/ \(.*| {2}.*/, ""))).toEqual([
    "nobody hears of IAM policy changes",
    "Config changes",
    "security group changes",
    "network ACL changes",
    "gateway changes",
    "route changes",
    "VPC changes",
    "organisation changes",
    "public access block changes",
    "vault changes",
    "key policy changes",
    "detection changes",
  ]);
  expect(found).toContain("key policy changes (PutKeyPolicy, CreateGrant, DeleteImportedKeyMaterial,");
});

it("says how many refused calls it takes, as the owner set it", () => {
  expect(fact(trail("ok_watched_events__patient"), "watched_events")?.judged).toEqual({
    state: "watched",
    attempts: 100,
  });
});

it("lets a statement overrule that nothing is counted in this plan", () => {
  expect(fact(trail("bad_trail_insights__watched_events__uncounted"), "watched_events")).toEqual({
    judged: { state: "none" },
    found: "no metric filter on its log group in this plan",
    path: "",
    byAbsence: true,
  });
  expect(fact(trail("bad_trail_insights__watched_events__uncounted"), "watched_changes")).toBe(undefined);
});

it("asks nothing of a trail of data beside one of the rest", () => {
  for (const name of ["watched_events", "watched_changes", "management_events"])
    expect(fact(trail("data_alone"), name)).toBe(undefined);
});

it("leaves rules alone that do work", () => {
  expect(fact("aws_cloudwatch_event_rule.work", "event_rule")).toBe(undefined);
});
