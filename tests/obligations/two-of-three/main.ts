// Stores whose copies were taken away behind the construct's back: one lost its copy in another account, one its backups.

import { PhiBucket } from "../../../constructs/index.ts";
import { BackupPlan, BackupSelection } from "../../../constructs/internal/cdktf.ts";
import { synthesise } from "../../constructs/stack.ts";

synthesise(import.meta.url, ({ stack, region }) => {
  const near = new PhiBucket(stack, "Near");
  new PhiBucket(stack, "Replicated", { replicaIn: region });
  const { node } = stack.node.findChild("Backup");
  const plan = node.findChild("Plan");
  const selection = node.findChild("Selection");
  if (!(plan instanceof BackupPlan && selection instanceof BackupSelection)) throw new Error("no plan, no selection");
  const rules = plan.ruleInput;
  if (!Array.isArray(rules)) throw new Error("no rules");
  // The first copy goes to the other Region, the second to the other account.
  plan.putRule(
    rules.map(({ copyAction, ...rule }) =>
      Array.isArray(copyAction) ? { ...rule, copyAction: copyAction.slice(0, 1) } : rule,
    ),
  );
  selection.resources = [near.bucket.arn];
});
