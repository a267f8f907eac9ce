// The `vault_alarm` fact: whether somebody hears of it when a job of the vault fails, by the vault's notifications or by rules of
// Amazon EventBridge.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
// https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html

import type { Resource, Value, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { isObject } from "../path.ts";
import type { Fact } from "../types.ts";
import { blocks, endsOf, samePlace, worst } from "./ends.ts";
import { passes } from "./event-pattern.ts";

/** A kind of job that can fail: the vault's own events that tell of it, and the words of EventBridge. */
interface Job {
  readonly what: string;
  readonly events: readonly string[];
  readonly detailType: string;
  /** The states in which a job ends without a recovery point. */
  readonly states: readonly string[];
}

/** A completed job of a notification may have failed: its state says so. One that nobody started in time is expired. */
const backupJob: Job = {
  what: "backups",
  events: ["BACKUP_JOB_FAILED", "BACKUP_JOB_COMPLETED"],
  detailType: "Backup Job State Change",
  states: ["FAILED", "ABORTED", "EXPIRED"],
};
/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CopyJob.html */
const copyJob: Job = {
  what: "copies",
  events: ["COPY_JOB_FAILED"],
  detailType: "Copy Job State Change",
  states: ["FAILED"],
};

/** All kinds of jobs that the vault is known to take part in must be heard of, or either where the plan does not say. */
export const vaultAlarm: ComputedFact = ({ world, resource: vault }) => {
  const jobs = jobsOf(world, vault);
  if (jobs.length > 0)
    return worst(
      "vault_alarm",
      jobs.map((job) => heard(world, vault, job)),
    );
  const either = [backupJob, copyJob].map((job) => heard(world, vault, job));
  const standing = ["on", "unknown"].flatMap((state) => either.filter(({ judged }) => judged.state === state));
  return standing[0] ?? either[0];
};

/** Backups that a plan puts here, and copies that it takes from here or sends here. */
function jobsOf(world: World, vault: Resource): readonly Job[] {
  const filled = world.companions(vault, "aws_backup_plan", "rule[*].target_vault_name").certain;
  const copied = world.companions(vault, "aws_backup_plan", "rule[*].copy_action[*].destination_vault_arn").certain;
  const sends = filled.some((plan) =>
    blocks(plan.values.rule).some(
      (rule, index) =>
        isObject(rule) &&
        blocks(rule.copy_action).length > 0 &&
        endsOf(world, plan, ["rule", index, "target_vault_name"], ["aws_backup_vault"], true).includes(vault),
    ),
  );
  return [...(filled.length > 0 ? [backupJob] : []), ...(sends || copied.length > 0 ? [copyJob] : [])];
}

function heard(world: World, vault: Resource, job: Job): Fact {
  const told = notified(world, vault, job);
  const rules = job.states.map((state) => watched(world, vault, job, state));
  const missing = job.states.filter((_, index) => rules[index]?.length === 0);
  // A rule for each state: the doubtful one decides.
  const doubtful = rules.flatMap((found) => (found.some(isOn) ? [] : found.slice(0, 1)));
  const byRules =
    missing.length > 0 ? [] : doubtful.length > 0 ? doubtful : rules.flatMap((found) => found.filter(isOn));
  const found = [...told, ...byRules];
  const partly = rules.flat()[0];
  return (
    found.find(isOn) ??
    found.find(({ judged }) => judged.state === "unknown") ??
    found[0] ?? {
      judged: { state: "off" },
      found: partly
        ? `${partly.address ?? "a rule"} leaves out ${missing.join(", ")} of ${job.what}`
        : `neither notifications of the vault nor a rule on failed ${job.what} in this plan`,
      path: "",
      byAbsence: true,
    }
  );
}

const isOn = ({ judged }: Fact): boolean => judged.state === "on";

function notified(world: World, vault: Resource, job: Job): readonly Fact[] {
  const { certain, possible } = world.companions(vault, "aws_backup_vault_notifications", "backup_vault_name");
  const path = "backup_vault_events";
  const facts = certain.map((one): Fact => {
    const read = world.read(one, [path]);
    const { address } = one;
    if (read.state === "unknown")
      return { judged: { state: "unknown" }, found: "known after apply", path, address, cause: read.cause };
    const events = read.state === "known" && Array.isArray(read.value) ? read.value.map(String) : [];
    const state = job.events.some((event) => events.includes(event)) ? "on" : "off";
    return { judged: { state }, found: events.join(", "), path, address };
  });
  const [perhaps] = possible;
  if (!perhaps) return facts;
  const cause = `the plan does not say whether ${perhaps.address} is of this vault`;
  return [...facts, { judged: { state: "unknown" }, found: "perhaps notifications", path: "", cause }];
}

/** Rules on the default bus beside the vault, switched on and with a target, whose pattern a job that ends so passes. */
function watched(world: World, vault: Resource, { what, detailType }: Job, state: string): readonly Fact[] {
  return world.ofType("aws_cloudwatch_event_rule").flatMap((rule): Fact[] => {
    if (rule.mode !== "managed" || !samePlace(rule, vault) || !isListening(rule.values)) return [];
    const document = world.document(rule, ["event_pattern"]);
    const path = "event_pattern";
    if (document.state === "unknown") {
      const cause = `the pattern of ${rule.address} is known only after apply`;
      return [{ judged: { state: "unknown" }, found: "known after apply", path, address: rule.address, cause }];
    }
    if (document.state !== "known") return [];
    const answer = passes(document.value, failed(detailType, state, vault));
    if (answer === false) return [];
    const { certain, possible } = world.companions(rule, "aws_cloudwatch_event_target", "rule");
    if (certain.length === 0 && possible.length === 0) return [];
    if (answer === true && certain.length > 0)
      return [{ judged: { state: "on" }, found: `a rule on failed ${what}`, path, address: rule.address }];
    const cause = `the plan does not say whether ${rule.address} hears of failed ${what} of this vault`;
    return [{ judged: { state: "unknown" }, found: "perhaps a rule", path, address: rule.address, cause }];
  });
}

function isListening(values: { readonly [key: string]: Value }): boolean {
  const bus = values.event_bus_name ?? "default";
  return bus === "default" && values.state !== "DISABLED" && values.is_enabled !== false;
}

const failed = (detailType: string, state: string, { values }: Resource) => ({
  source: "aws.backup",
  "detail-type": detailType,
  detail: { state, backupVaultName: typeof values.name === "string" ? values.name : undefined },
});
