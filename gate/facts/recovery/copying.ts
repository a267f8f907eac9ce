// The `copying` fact of S3's replication: whether any of its rules is switched on, and whether Amazon S3 may take the role that it names.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html

import type { Path, Resource, World } from "../../model/types.ts";
import { blocks, endsOf } from "../backup/ends.ts";
import { documentsAt } from "../computed/documents.ts";
import type { ComputedFact } from "../computed/types.ts";
import { isObject, pathText } from "../path.ts";
import { isUnknown, statementsOf } from "../policy/statement.ts";
import type { Fact } from "../types.ts";

const REPLICATION = "aws_s3_bucket_replication_configuration";

/** Judged on the resource that makes the replication; does not exist where none is. */
export const copying: ComputedFact = ({ world, resource }) => {
  if (resource.type === REPLICATION) return ofReplication(world, resource, []);
  const inside = world.read(resource, ["replication_configuration", 0, "rules"]);
  const made = world.companions(resource, REPLICATION, "bucket").certain.length > 0;
  return inside.state === "known" && !made
    ? ofReplication(world, resource, ["replication_configuration", 0])
    : undefined;
};

function ofReplication(world: World, resource: Resource, at: Path): Fact {
  const path = [...at, at.length > 0 ? "rules" : "rule"];
  const rules = world.read(resource, path);
  if (rules.state === "unknown")
    return { judged: { state: "unknown" }, found: "known after apply", path: pathText(path), cause: rules.cause };
  const statuses = blocks(rules.state === "known" ? rules.value : []).map((rule) =>
    isObject(rule) ? rule.status : "",
  );
  if (!statuses.includes("Enabled"))
    return { judged: { state: "off" }, found: "every rule is disabled", path: pathText(path) };
  const [role] = endsOf(world, resource, [...at, "role"], ["aws_iam_role"]);
  if (role && isRefused(world, role))
    return {
      judged: { state: "off" },
      found: `Amazon S3 may not take ${role.address}`,
      path: pathText([...at, "role"]),
    };
  return { judged: { state: "on" }, found: "a rule is enabled", path: pathText(path) };
}

/** True where the role's trust is known and lets nobody of Amazon S3 in. */
function isRefused(world: World, role: Resource): boolean {
  const documents = documentsAt(world, role, "assume_role_policy").map(({ document }) => document);
  if (documents.length === 0 || documents.some(({ state }) => state !== "known")) return false;
  return !documents
    .flatMap((document) => (document.state === "known" ? statementsOf(document.value) : []))
    .some(({ effect, principals }) => {
      if (effect !== "allow" || !principals) return false;
      return (
        principals.except ||
        principals.list.some(({ kind, value }) =>
          kind !== "service" ? isUnknown(value) : value === "s3.amazonaws.com" || isUnknown(value),
        )
      );
    });
}
