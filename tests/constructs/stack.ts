// The stack that the uses of each construct stand in, for recordings.

import { fileURLToPath } from "node:url";
import { App } from "cdktf";
import { PhiSite, PhiStack, ResilientBackup } from "../../constructs/index.ts";

interface Uses {
  readonly stack: PhiStack;
  /** Another Region of the stack's account. */
  readonly region: PhiSite;
  /** Another account, in the stack's Region. */
  readonly vault: PhiSite;
}

/**
 * Synthesises the uses of one construct into `cdktf.out` beside its `main.ts`.
 *
 * @param options `backup: false` for a construct that is not backed up: a backup without a source is refused
 */
export function synthesise(main: string, uses: (places: Uses) => void, { backup = true } = {}): void {
  const app = new App({ outdir: fileURLToPath(new URL("cdktf.out", main)) });
  const stack = new PhiStack(app, "uses", {
    account: "111122223333",
    region: "us-east-1",
    owner: "portal-team",
    custodians: ["key-custodian"],
    contacts: ["oncall@clinic.example"],
  });
  const region = new PhiSite(stack, "Region", { region: "us-west-2" });
  const vault = new PhiSite(stack, "Vault", {
    account: "444455556666",
    roleArn: "arn:aws:iam::444455556666:role/portal-deploy",
  });
  if (backup) new ResilientBackup(stack, "Backup", { tier: "essential", regionCopy: region, accountCopy: vault });
  uses({ stack, region, vault });
  app.synth();
}
