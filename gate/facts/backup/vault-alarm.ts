// The `vault_alarm` fact: whether somebody hears of it when a job of the vault fails, by the vault's notifications or by a rule of
// Amazon EventBridge.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
// https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html

import type { Resource, Value, World } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import type { Fact } from "../types.ts";
import { samePlace, worst } from "./ends.ts";
import { passes } from "./event-pattern.ts";

/** A kind of job that can fail: the vault's own events that tell of it, and the words of EventBridge. */
interface Job {
  readonly events: readonly string[];
  readonly detailType: string;
}

/** A completed job of a notification may have failed: its state says so. */
const backupJob: Job = {
  events: ["BACKUP_JOB_FAILED", "BACKUP_JOB_COMPLETED"],
  detailType: "Backup Job State Change",
};
const copyJob: Job = { events: ["COPY_JOB_FAILED"], detailType: "Copy Job State Change" };

/** A vault that takes backups is asked for their failures; one that only takes copies for those of either. */
export const vaultAlarm: ComputedFact = ({ world, resource: vault }) => {
  const takesBackups = world.companions(vault, "aws_backup_plan", "rule[*].target_vault_name").certain.length > 0;
  const jobs = takesBackups ? [backupJob] : [backupJob, copyJob];
  const found = [...notified(world, vault, jobs), ...watched(world, vault, jobs)];
  return (
    found.find(({ judged }) => judged.state === "on") ??
    worst(
      "vault_alarm",
      found.filter(({ judged }) => judged.state === "unknown"),
    ) ??
    found[0] ?? {
      judged: { state: "off" },
      found: "neither notifications of the vault nor a rule on failed jobs in this plan",
      path: "",
      byAbsence: true,
    }
  );
};

function notified(world: World, vault: Resource, jobs: readonly Job[]): readonly Fact[] {
  const { certain, possible } = world.companions(vault, "aws_backup_vault_notifications", "backup_vault_name");
  const path = "backup_vault_events";
  const facts = certain.map((one): Fact => {
    const read = world.read(one, [path]);
    const { address } = one;
    if (read.state === "unknown")
      return { judged: { state: "unknown" }, found: "known after apply", path, address, cause: read.cause };
    const events = read.state === "known" && Array.isArray(read.value) ? read.value.map(String) : [];
    const heard = jobs.some((job) => job.events.some((event) => events.includes(event)));
    return { judged: { state: heard ? "on" : "off" }, found: events.join(", "), path, address };
  });
  const [perhaps] = possible;
  if (!perhaps) return facts;
  const cause = `the plan does not say whether ${perhaps.address} is of this vault`;
  return [...facts, { judged: { state: "unknown" }, found: "perhaps notifications", path: "", cause }];
}

/** Rules on the default bus beside the vault, switched on and with a target, whose pattern a failed job passes. */
function watched(world: World, vault: Resource, jobs: readonly Job[]): readonly Fact[] {
  return world.ofType("aws_cloudwatch_event_rule").flatMap((rule): Fact[] => {
    if (rule.mode !== "managed" || !samePlace(rule, vault) || !isOn(rule.values)) return [];
    const document = world.document(rule, ["event_pattern"]);
    const path = "event_pattern";
    if (document.state === "unknown") {
      const cause = `the pattern of ${rule.address} is known only after apply`;
      return [{ judged: { state: "unknown" }, found: "known after apply", path, address: rule.address, cause }];
    }
    if (document.state !== "known") return [];
    const answers = jobs.map(({ detailType }) => passes(document.value, failed(detailType, vault)));
    const answer = answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
    if (answer === false) return [];
    const { certain, possible } = world.companions(rule, "aws_cloudwatch_event_target", "rule");
    if (certain.length === 0 && possible.length === 0) return [];
    if (answer === true && certain.length > 0)
      return [{ judged: { state: "on" }, found: "a rule on failed jobs", path, address: rule.address }];
    const cause = `the plan does not say whether ${rule.address} hears of failed jobs of this vault`;
    return [{ judged: { state: "unknown" }, found: "perhaps a rule", path, address: rule.address, cause }];
  });
}

function isOn(values: { readonly [key: string]: Value }): boolean {
  const bus = values.event_bus_name ?? "default";
  return bus === "default" && values.state !== "DISABLED" && values.is_enabled !== false;
}

const failed = (detailType: string, { values }: Resource) => ({
  source: "aws.backup",
  "detail-type": detailType,
  detail: { state: "FAILED", backupVaultName: typeof values.name === "string" ? values.name : undefined },
});
