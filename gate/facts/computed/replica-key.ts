// The `replica_key` fact: whether replicas lie under a customer's key, as their originals should. S3 leaves objects under KMS out of a
// replication that does not ask for them, and without a key named for the replicas it has none to encrypt them with.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
// https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html

import type { Path, Resource, World } from "../../model/types.ts";
import { blocks, endsOf, worst } from "../backup/ends.ts";
import { readKey } from "../key.ts";
import { isObject, pathText } from "../path.ts";
import type { Fact } from "../types.ts";
import type { ComputedFact } from "./types.ts";

/** Where a form of S3's replication keeps what is asked. */
interface Form {
  readonly rules: Path;
  readonly key: Path;
  readonly included: Path;
}
const split: Form = {
  rules: ["rule"],
  key: ["destination", 0, "encryption_configuration", 0, "replica_kms_key_id"],
  included: ["source_selection_criteria", 0, "sse_kms_encrypted_objects", 0, "status"],
};
const inside: Form = {
  rules: ["replication_configuration", 0, "rules"],
  key: ["destination", 0, "replica_kms_key_id"],
  included: ["source_selection_criteria", 0, "sse_kms_encrypted_objects", 0, "enabled"],
};

/** Judges each rule of a replication that is switched on; does not exist where none is. */
export const replicaKey: ComputedFact = ({ world, resource }) => {
  if (resource.type === "aws_ecr_replication_configuration") return ofImages(world, resource);
  if (resource.type !== "aws_s3_bucket") return ofRules(world, resource, split);
  // The provider shows a bucket's replication on the bucket too: the resource that makes it is judged.
  const { certain } = world.companions(resource, "aws_s3_bucket_replication_configuration", "bucket");
  return certain.length > 0 ? undefined : ofRules(world, resource, inside);
};

function ofRules(world: World, resource: Resource, form: Form): Fact | undefined {
  const rules = world.read(resource, form.rules);
  if (rules.state === "unknown")
    return {
      judged: { state: "unknown" },
      found: "known after apply",
      path: pathText(form.rules),
      cause: rules.cause,
    };
  const list = rules.state === "known" && Array.isArray(rules.value) ? rules.value : [];
  const facts = list.flatMap((rule, index) =>
    isObject(rule) && rule.status === "Disabled" ? [] : [ofRule(world, resource, [...form.rules, index], form)],
  );
  return worst("replica_key", facts);
}

function ofRule(world: World, resource: Resource, at: Path, form: Form): Fact {
  const path = [...at, ...form.key];
  const key = customerKey(world, resource, path);
  if (key.judged.state === "lost") return key;
  const keyed = endsOf(world, resource, path, ["aws_kms_key", "aws_kms_replica_key"]);
  const buckets = endsOf(world, resource, [...at, "destination", 0, "bucket"], ["aws_s3_bucket"]);
  const [home, region] = [keyed[0]?.region, buckets[0]?.region];
  if (keyed.length === 1 && buckets.length === 1 && home !== undefined && region !== undefined && home !== region)
    return lost(`${key.found} lies in ${home}, the replicas in ${region}`, pathText(path));
  const included = world.read(resource, [...at, ...form.included]);
  const asked = pathText([...at, ...form.included]);
  if (included.state === "unknown")
    return { judged: { state: "unknown" }, found: "known after apply", path: asked, cause: included.cause };
  const isIn = included.state === "known" && ["enabled", "true"].includes(String(included.value).toLowerCase());
  return isIn ? key : lost("objects encrypted with KMS are left out", asked);
}

const lost = (found: string, path: string): Fact => ({ judged: { state: "lost" }, found, path });

/** The key that an attribute names, in the words of this fact. */
function customerKey(world: World, resource: Resource, path: Path): Fact {
  const { judged, ...fact } = readKey(world, resource, { path, attribute: world.read(resource, path) }, "none");
  const state = judged.state === "customer" ? "kept" : judged.state === "unknown" ? "unknown" : "lost";
  return { judged: { state }, ...fact };
}

/**
 * ECR makes the replicas' repositories by the template of their Region and account for replicated ones, without one under AES-256.
 * A registry elsewhere has its templates in another plan.
 */
function ofImages(world: World, resource: Resource): Fact | undefined {
  const rules = blocks(resource.values.replication_configuration);
  const facts = rules.flatMap((configuration, first) =>
    blocks(isObject(configuration) ? configuration.rule : []).flatMap((rule, second) =>
      blocks(isObject(rule) ? rule.destination : []).map((destination, third): Fact => {
        const path = pathText(["replication_configuration", first, "rule", second, "destination", third, "region"]);
        const { region, registry_id: registry } = isObject(destination) ? destination : {};
        const where = typeof region === "string" ? region : "another Region";
        const found = world
          .ofType("aws_ecr_repository_creation_template")
          .filter(({ mode, values }) => mode === "managed" && names(values.applied_for, "REPLICATION"))
          .filter((one) => one.region === region && (one.account === undefined || one.account === registry))
          .map((one) => ({ ...ofTemplate(world, one), address: one.address }));
        const cause = `the plan holds no repository creation template for replicas in ${where}`;
        return (
          worst("replica_key", found) ?? {
            judged: { state: "unknown" },
            found: `replicas in ${where}`,
            path,
            cause,
            byAbsence: true,
          }
        );
      }),
    ),
  );
  return worst("replica_key", facts);
}

function ofTemplate(world: World, template: Resource): Fact {
  const at: Path = ["encryption_configuration", 0, "encryption_type"];
  const type = world.read(template, at);
  if (type.state === "unknown")
    return { judged: { state: "unknown" }, found: "known after apply", path: pathText(at), cause: type.cause };
  if (type.state !== "known" || !String(type.value).startsWith("KMS"))
    return lost("AES256 with keys of Amazon S3", pathText(at));
  return customerKey(world, template, ["encryption_configuration", 0, "kms_key"]);
}

const names = (value: unknown, word: string): boolean => Array.isArray(value) && value.includes(word);
