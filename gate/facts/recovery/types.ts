// Shapes of what is known of a store's copies.

import type { Resource } from "../../model/types.ts";

/** What the plan says of a question, or does not. */
export type Answer = "yes" | "no" | "unknown";

/**
 * What a copy is. A replica follows deletions and corruption; automated backups go with the store or its account; only a recovery point
 * of a vault of AWS Backup is a second kind beside the live store.
 */
export type CopyKind = "live" | "recovery-point" | "replica" | "automated-backup";

/** Who can take a copy away before its time: nobody, an administrator, whoever may delete it. */
export type Immutability = "compliance" | "governance" | "none" | "unknown";

/** A place, as far as it is known. The last two serve to compare places that the plan does not name. */
export type Place = Pick<Resource, "region" | "account" | "configuration" | "credentials">;

/** The key of a copy. */
export interface CopyKey {
  readonly owner: "customer" | "aws-managed" | "aws-owned" | "none" | "unknown";
  /** Address or ARN of a customer's key; equal for a key and its replicas in other Regions. */
  readonly id?: string;
  /** As people name it. */
  readonly name: string;
  readonly place: Place;
}

/** One copy of a store. */
export interface Copy {
  readonly kind: CopyKind;
  /** False where the plan leaves open whether it exists; `cause` says why. */
  readonly certain: boolean;
  /** Vault, bucket, table or service that holds it: address, else ARN or name. */
  readonly holder: string;
  readonly place: Place;
  /** Whether it lies in another Region and in another account than the store. */
  readonly otherRegion: Answer;
  readonly otherAccount: Answer;
  readonly key: CopyKey;
  readonly immutability: Immutability;
  /** Days; `Infinity` for ever; undefined where unknown or where it has no history of its own. */
  readonly retentionDays?: number;
  /** Hours between two points that it can be restored to, at the most; undefined where unknown or where it follows the store. */
  readonly gapHours?: number;
  /** Schedules by which it is made, so that several may be taken together. */
  readonly schedules?: readonly { readonly expression: string; readonly zone: string }[];
  /** Whether it can be restored to any moment. */
  readonly continuous: boolean;
  /** Addresses that show it. */
  readonly through: readonly string[];
  /** Why something of it is unknown. */
  readonly cause?: string;
  /** True where only something outside this plan would say more. */
  readonly outside?: boolean;
}

/** All that is known of a store's copies, the live store first. */
export interface StoreCopies {
  readonly store: Resource;
  readonly copies: readonly Copy[];
  /** Why there may be any number of copies more; undefined where there are none. */
  readonly open?: string;
  /** True where neither the plan nor its context holds anything of AWS Backup: it may be governed elsewhere. */
  readonly central: boolean;
}
