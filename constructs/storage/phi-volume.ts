// An encrypted block volume that leaves a snapshot behind: 164.312(a)(2)(iv), 164.308(a)(7)(ii)(A).

import { type BackedUpProps, backUp, backupClaims } from "../backup/back-up.ts";
import { ConstructError } from "../error.ts";
import { type Construct, EbsVolume } from "../internal/cdktf.ts";
import { PhiKey } from "../keys/phi-key.ts";
import { PhiConstruct, type PhiConstructProps } from "../stack/phi-construct.ts";
import { recordAccess } from "../stack/registry.ts";

const SIZE_LIMIT_GIB = 16_384;
/** Of a `gp3` volume, without further charge. */
const LEAST_IOPS = 3000;
const IOPS_LIMIT = 16_000;
/** A `gp3` volume takes so many operations per second for each GiB. */
const IOPS_PER_GIB = 500;

/** Zone and size are required. */
export interface PhiVolumeProps extends PhiConstructProps, BackedUpProps {
  /**
   * Letter of the availability zone: `a`.
   *
   * @throws {ConstructError} `ZONE_INVALID` for other than one lower-case letter
   */
  readonly zone: string;
  /**
   * Size in GiB.
   *
   * @throws {ConstructError} `SIZE_OUT_OF_RANGE` below 1 or above 16384, the limit of `gp3`
   */
  readonly sizeGiB: number;
  /**
   * Operations per second.
   *
   * @default 3000 - what a `gp3` volume has in any case
   * @throws {ConstructError} `IOPS_OUT_OF_RANGE` below 3000, above 16000, or above 500 for each GiB
   */
  readonly iops?: number;
  /**
   * Key of the blocks and their snapshots.
   *
   * @default - a key of the volume's own
   * @see 45 CFR 164.312(a)(2)(iv), encryption and decryption (addressable)
   */
  readonly key?: PhiKey;
}

/**
 * A volume for ePHI. Deleting it leaves a last snapshot.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(A), data backup plan (required)
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
 */
export class PhiVolume extends PhiConstruct {
  readonly volume: EbsVolume;
  readonly key: PhiKey;

  /** @throws {ConstructError} `ZONE_INVALID`, `SIZE_OUT_OF_RANGE`, `IOPS_OUT_OF_RANGE`, `BACKUP_MISSING` */
  constructor(scope: Construct, id: string, props: PhiVolumeProps) {
    super(scope, id, props.dataClass ?? "ephi");
    const { zone, sizeGiB, iops = LEAST_IOPS } = props;
    check(this, zone, sizeGiB, iops);
    this.key = props.key ?? new PhiKey(this, "Key");
    // An instance holds a grant for as long as the volume is attached.
    this.key.allow({ service: "ec2", grants: true });
    this.volume = this.claim(
      new EbsVolume(this, "Resource", {
        availabilityZone: `${this.site.region}${zone}`,
        size: sizeGiB,
        type: "gp3",
        iops,
        encrypted: true,
        kmsKeyId: this.key.arn,
        finalSnapshot: true,
        tags: { Name: this.physicalName },
      }),
      "encryption.at_rest",
      "encryption.customer_key",
      "encryption.account_key",
      "protection.final_snapshot",
    );
    this.claim(this.volume, ...backupClaims(props.backup));
    backUp(
      { store: this, arn: this.volume.arn, type: "EBS", isContinuous: false, key: this.key },
      props.backup,
      (accepted) => this.accept(this.volume, accepted),
    );
    // The way out of a volume are its snapshots, read block by block. AWS alone names them, so all of the Region are recorded.
    const { partition, region } = this.site;
    if (this.dataClass === "ephi")
      recordAccess({
        store: this,
        type: "AWS::EC2::Snapshot",
        arn: `arn:${partition}:ec2:${region}::snapshot/`,
        isPrefix: true,
      });
  }
}

function check(at: PhiVolume, zone: string, sizeGiB: number, iops: number): void {
  if (!/^[a-z]$/.test(zone))
    throw new ConstructError("ZONE_INVALID", `zone must be one letter such as a, got ${zone}`, at);
  if (!Number.isInteger(sizeGiB) || sizeGiB < 1 || sizeGiB > SIZE_LIMIT_GIB)
    throw new ConstructError("SIZE_OUT_OF_RANGE", `sizeGiB must be 1 to ${SIZE_LIMIT_GIB}, got ${sizeGiB}`, at);
  const most = Math.max(LEAST_IOPS, Math.min(IOPS_LIMIT, sizeGiB * IOPS_PER_GIB));
  if (!Number.isInteger(iops) || iops < LEAST_IOPS || iops > most)
    throw new ConstructError(
      "IOPS_OUT_OF_RANGE",
      `iops must be ${LEAST_IOPS} to ${most} for ${sizeGiB} GiB, got ${iops}`,
      at,
    );
}
