// Whether two things lie in one Region and one account.

import type { Answer, Place } from "./types.ts";

/** Whether `other` lies in another Region than `home`. */
export function inOtherRegion(home: Place, other: Place): Answer {
  if (home.region !== undefined && other.region !== undefined) return home.region === other.region ? "no" : "yes";
  const alike = home.region === other.region && home.configuration === other.configuration;
  return alike && home.configuration !== undefined ? "no" : "unknown";
}

/** Whether `other` lies in another account than `home`. The same credentials are the same account. */
export function inOtherAccount(home: Place, other: Place): Answer {
  if (home.account !== undefined && other.account !== undefined) return home.account === other.account ? "no" : "yes";
  return home.credentials !== undefined && home.credentials === other.credentials ? "no" : "unknown";
}

/** Region and account that an ARN names. */
export function placeOfArn(arn: string): Place {
  const [, , , region = "", account = ""] = arn.split(":");
  return { ...(region === "" ? {} : { region }), ...(/^\d{12}$/.test(account) ? { account } : {}) };
}

/** The place of a resource, and nothing else of it. */
export function placeOf({ region, account, configuration, credentials }: Place): Place {
  return {
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    ...(configuration === undefined ? {} : { configuration }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

/** The same account in a Region that is named. */
export function elsewhere(home: Place, region: string | undefined): Place {
  const { account, credentials } = home;
  return {
    ...(region === undefined ? {} : { region }),
    ...(account === undefined ? {} : { account }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}
