// The provider's defaults: a plan knows them, a synthesised stack leaves them out. Collected from recorded plans, see
// scripts/provider-defaults.ts.

import data from "../catalogue/generated/defaults.json" with { type: "json" };
import type { Value } from "../gate/model/types.ts";

/** Version of the provider that the defaults were collected from. */
const COLLECTED_MAJOR = 5;
/**
 * What version 6 changed: without a word on them the service's own default holds, which the atlas knows.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
 */
const CHANGED: ReadonlySet<string> = new Set([
  "aws_redshift_cluster.encrypted",
  "aws_redshift_cluster.publicly_accessible",
]);

type Default = readonly [name: string, value: Value];

const byBlock = new Map<string, Default[]>();
for (const [type, attributes] of Object.entries(data))
  for (const [path, value] of Object.entries(attributes)) {
    const full = `${type}.${path}`;
    const end = full.lastIndexOf(".");
    const block = full.slice(0, end);
    const known = byBlock.get(block) ?? [];
    known.push([full.slice(end + 1), value]);
    byBlock.set(block, known);
  }

/**
 * Defaults of the attributes of a block.
 *
 * @param path names from the type down, positions left out: `aws_elb.access_logs`
 * @param major major version of the provider; undefined where nobody says it
 */
export function defaultsOf(path: string, major: number | undefined): readonly Default[] {
  const all = byBlock.get(path) ?? [];
  if (major === undefined || major <= COLLECTED_MAJOR) return all;
  return all.filter(([name]) => !CHANGED.has(`${path}.${name}`));
}
