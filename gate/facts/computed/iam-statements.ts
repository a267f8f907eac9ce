// The `iam_statements` fact: how much identity policies allow, written here or managed by AWS.

import type { Value } from "../../model/types.ts";
import { leaves } from "../leaves.ts";
import { pathText } from "../path.ts";
import { iamBreadth, managedBreadth } from "../policy/identity.ts";
import { rank } from "../states.ts";
import type { Fact } from "../types.ts";
import { documentsAt, stepsOf } from "./documents.ts";
import type { ComputedFact, Context } from "./types.ts";

/** Reads documents, or where the attribute names ARNs (`policy_arn`, `managed_policy_arns[*]`) the policies that AWS manages. */
export const iamStatements: ComputedFact = (context) => {
  const attribute = context.attribute ?? "policy";
  const facts = /arns?(\[[^\]]*\])?$/.test(attribute) ? managed(context, attribute) : written(context, attribute);
  let worst: Fact | undefined;
  const reasons = new Set<string>();
  for (const fact of facts) {
    if (Array.isArray(fact.judged.reasons)) for (const reason of fact.judged.reasons) reasons.add(String(reason));
    if (!worst || rank("iam_statements", fact.judged.state) > rank("iam_statements", worst.judged.state)) worst = fact;
  }
  return worst && { ...worst, judged: { ...worst.judged, reasons: [...reasons].sort() } };
};

function written({ world, resource }: Context, attribute: string): readonly Fact[] {
  return documentsAt(world, resource, attribute).flatMap(({ path, document }): readonly Fact[] => {
    if (document.state === "absent") return [];
    if (document.state !== "known")
      return [
        {
          judged: { state: "unknown", reasons: [] },
          found: document.state === "invalid" ? "no JSON" : "known after apply",
          path,
          cause: document.cause,
        },
      ];
    const { state, reasons, found, path: at, cause } = iamBreadth(document.value, path);
    return [{ judged: { state, reasons }, found, path: at, ...(cause === undefined ? {} : { cause }) }];
  });
}

/** A customer's own policy is judged where it is written; here it counts as bounded. */
function managed({ world, resource }: Context, attribute: string): readonly Fact[] {
  return leaves(world, resource, stepsOf(attribute)).flatMap(({ path, attribute: leaf }): readonly Fact[] => {
    if (leaf.state === "absent" || leaf.state === "null") return [];
    const values: readonly Value[] =
      leaf.state !== "known" ? [null] : Array.isArray(leaf.value) ? leaf.value : [leaf.value];
    return values.map((arn) => {
      const breadth = typeof arn === "string" ? managedBreadth(arn) : undefined;
      return {
        judged: { state: breadth?.state ?? "bounded", reasons: breadth?.reasons ?? [] },
        found: typeof arn === "string" ? arn : "a policy of this plan",
        path: pathText(path),
      };
    });
  });
}
