// How a store comes under its backup.

import { ConstructError } from "../error.ts";
import { Exception } from "../exception.ts";
import type { PhiKey } from "../keys/phi-key.ts";
import type { PhiConstruct } from "../stack/phi-construct.ts";
import { single } from "../stack/registry.ts";

/** What a backup must know of a store. */
export interface BackedUpStore {
  readonly store: PhiConstruct;
  /** ARN for the selection, a reference where only AWS knows it. */
  readonly arn: string;
  /** Resource type as AWS Backup names it: `S3`, `DynamoDB`, `RDS`, `Aurora`, `EFS`, `EBS`, `Redshift`. */
  readonly type: string;
  /** Whether AWS Backup can restore it to any second (`S3`, `RDS`, `Aurora`). */
  readonly isContinuous: boolean;
  /** Key of the store, which copies in other accounts are first read with. */
  readonly key: PhiKey;
}

/** The part of a ResilientBackup that stores know. */
export interface Backup {
  /** @param accept writes an exception beside the store */
  protect(store: BackedUpStore, accept: (accepted: Exception) => void): void;
}

/** What a store takes as its backup. */
export interface BackedUpProps {
  /**
   * The backup that copies the store.
   *
   * @default - the stack's ResilientBackup; none is needed for the data class `none`
   * @throws {ConstructError} `BACKUP_MISSING` where the stack has none yet
   * @see 45 CFR 164.308(a)(7)(ii)(A), data backup plan (required)
   */
  readonly backup?: Backup | Exception;
}

/**
 * Puts a store under its backup.
 *
 * @param accept writes an exception beside the store
 * @throws {ConstructError} `BACKUP_MISSING`
 */
export function backUp(
  entry: BackedUpStore,
  backup: Backup | Exception | undefined,
  accept: (accepted: Exception) => void,
): void {
  if (backup instanceof Exception) {
    accept(backup);
    return;
  }
  const { store } = entry;
  const chosen = backup ?? backupOf(store);
  if (chosen) chosen.protect(entry, accept);
  else if (store.dataClass !== "none")
    throw new ConstructError(
      "BACKUP_MISSING",
      "has no backup, expected a ResilientBackup in the stack before it, or one as the prop backup",
      store,
    );
}

function backupOf(store: PhiConstruct): Backup | undefined {
  const known = single(store, "ResilientBackup");
  return known && isBackup(known) ? known : undefined;
}

const isBackup = (construct: object): construct is Backup =>
  "protect" in construct && typeof construct.protect === "function";

/** What a store passes that a backup copies; `tested` where AWS Backup can try a restore of its type. */
export const backupClaims = (backup: Backup | Exception | undefined, { tested = true } = {}): readonly string[] =>
  backup instanceof Exception
    ? []
    : [
        "backup.three_two_one",
        "backup.recovery_point",
        "backup.key_independence",
        ...(tested ? ["backup.restore_testing"] : []),
      ];
