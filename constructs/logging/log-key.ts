// The key that a site's log groups share.

import { PhiKey } from "../keys/phi-key.ts";
import type { Site } from "../stack/site.ts";

/**
 * The key of a site's log groups, made when it is first asked for. Who reads logs is decided by group and by role, not by key: a key
 * per group would separate nothing more, and would be paid for each month. Stores keep keys of their own.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function logKeyOf(site: Site): PhiKey {
  const known = site.node.tryFindChild("LogKey");
  if (known instanceof PhiKey) return known;
  const { account, region, partition } = site;
  return new PhiKey(site, "LogKey").allowService("LogGroups", `logs.${region}.amazonaws.com`, {
    ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${account}:log-group:*` },
  });
}
