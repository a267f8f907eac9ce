// The legs of 3-2-1 stand in different failure domains, or the backup is refused.

import { ConstructError } from "../error.ts";
import type { IConstruct } from "../internal/cdktf.ts";
import type { Site } from "../stack/site.ts";

/** Where the copies go. Callers of JavaScript can leave a leg out. */
interface Legs {
  readonly regionCopy?: Site;
  readonly accountCopy?: Site | "air-gapped";
}

/**
 * Refuses what stands in the failure domain of the source.
 *
 * @throws {ConstructError} `LEG_MISSING`
 */
export function checkLegs(at: IConstruct, home: Site, { regionCopy, accountCopy }: Legs): void {
  const missing = (leg: string, found: string): ConstructError =>
    new ConstructError("LEG_MISSING", `3-2-1 lacks ${leg}: ${found}`, at);
  if (!regionCopy) throw missing("the copy in another Region", "regionCopy is left out, expected a PhiSite");
  if (regionCopy.region === home.region)
    throw missing(
      "the copy in another Region",
      `regionCopy stands in ${regionCopy.region}, the source's own, expected another`,
    );
  if (regionCopy.account !== home.account)
    throw missing(
      "the copy in another Region",
      `regionCopy stands in the account ${regionCopy.account}, expected the source's, ${home.account}: AWS Backup copies most types over one border at a time`,
    );
  if (!accountCopy) throw missing("the copy in another account", "accountCopy is left out, expected a PhiSite");
  if (accountCopy === "air-gapped") return;
  if (accountCopy.account === home.account)
    throw missing(
      "the copy in another account",
      `accountCopy stands in the account ${accountCopy.account}, the source's own, expected another`,
    );
  if (accountCopy.region !== home.region)
    throw missing(
      "the copy in another account",
      `accountCopy stands in ${accountCopy.region}, expected the source's Region, ${home.region}: AWS Backup copies most types over one border at a time`,
    );
}
