// The `public_access_block` fact of buckets, of blocks themselves and of what carries a block inside.

import type { Path, Resource, World } from "../../model/types.ts";
import { leaves } from "../leaves.ts";
import { pathText } from "../path.ts";
import type { Fact } from "../types.ts";
import { type Flag, flagOf, flags, isNew, type Setting, writtenFlags } from "./bucket.ts";
import { stepsOf } from "./documents.ts";
import type { ComputedFact } from "./types.ts";

/**
 * Judges the four flags. On a bucket the account's block counts too; a bucket that this plan makes without a block has the service's
 * default, all four on (reading 11), one that exists already is unknown. With an attribute, the block inside the resource,
 * whose flags are on unless somebody switched them off.
 */
export const publicAccessBlock: ComputedFact = ({ world, resource, attribute }) => {
  if (attribute !== undefined) return inside(world, resource, attribute);
  if (resource.type === "aws_s3_bucket") return bucket(world, resource);
  const block = ["aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"].includes(resource.type);
  return block ? fact(resource, (flag) => ({ ...flagOf(world, resource, flag), path: flag })) : undefined;
};

function bucket(world: World, resource: Resource): Fact {
  const written = flags.map(writtenFlags(world, resource));
  if (written.every((setting) => setting !== undefined))
    return fact(resource, (flag) => ({ ...(written[flags.indexOf(flag)] ?? { state: "off" }), path: flag }));
  // Nobody wrote a block for this bucket; flags that the account sets alone do not add up to all four.
  if (isNew(world, resource))
    return {
      judged: judge(() => "on"),
      found: "not set, the default of new buckets since April 2023 is on",
      path: "",
      byAbsence: true,
    };
  return {
    judged: judge((flag) => written[flags.indexOf(flag)]?.state ?? "unknown"),
    found: "not in this plan",
    path: "",
    cause: "the bucket exists already, and the plan holds no public access block of it",
    byAbsence: true,
  };
}

function inside(world: World, resource: Resource, attribute: string): Fact {
  const [block] = leaves(world, resource, stepsOf(attribute));
  const path: Path = block?.path ?? [];
  if (block?.attribute.state === "unknown")
    return {
      judged: judge(() => "unknown"),
      found: "known after apply",
      path: pathText(path),
      cause: block.attribute.cause,
    };
  return fact(resource, (flag) => {
    const at = [...path, 0, flag];
    const read = world.read(resource, at);
    const state =
      read.state === "unknown" ? "unknown" : read.state === "known" && String(read.value) === "false" ? "off" : "on";
    return { state, path: pathText(at), ...(read.state === "unknown" ? { cause: read.cause } : {}) };
  });
}

type Judged = Fact["judged"];

function judge(stateOf: (flag: Flag) => Setting["state"]): Judged {
  const states = flags.map((flag) => stateOf(flag));
  const off = states.filter((state) => state === "off").length;
  const state = off === flags.length ? "off" : off > 0 ? "partial" : states.includes("unknown") ? "unknown" : "on";
  return { state, ...Object.fromEntries(flags.map((flag, index) => [flag, states[index] ?? "unknown"])) };
}

function fact(resource: Resource, settingOf: (flag: Flag) => Setting & { readonly path: string }): Fact {
  const settings = flags.map((flag) => ({ flag, ...settingOf(flag) }));
  const judged = judge((flag) => settings.find((setting) => setting.flag === flag)?.state ?? "unknown");
  const off = settings.filter(({ state }) => state === "off");
  const open = settings.find(({ state }) => state === "unknown");
  const shown = off[0] ?? open ?? settings[0];
  const found =
    off.length > 0
      ? `${off.map(({ flag }) => flag).join(", ")} ${off.length === 1 ? "is" : "are"} false`
      : open
        ? `${open.flag} is known after apply`
        : "all four settings are on";
  return {
    judged,
    found,
    path: shown?.path ?? "",
    ...(shown?.address !== undefined && shown.address !== resource.address ? { address: shown.address } : {}),
    ...(judged.state === "unknown" && open?.cause !== undefined ? { cause: open.cause } : {}),
  };
}
