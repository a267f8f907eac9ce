// The `certificate_store` fact: who keeps the certificate of a listener.

import type { Target } from "../../model/types.ts";
import type { ComputedFact } from "../computed/types.ts";
import { type Leaf, leaves } from "../leaves.ts";
import { parsePath, pathText } from "../path.ts";
import { rank } from "../states.ts";
import type { Fact } from "../types.ts";

/** The worst of the certificates that the attribute names. Absent where it names none: a listener in clear has none. */
export const certificateStore: ComputedFact = ({ world, resource, attribute = "" }) => {
  const found = leaves(world, resource, parsePath(attribute)).flatMap((leaf) =>
    leaf.attribute.state === "absent" || leaf.attribute.state === "null" || isEmpty(leaf)
      ? []
      : [factOf(leaf, world.targets(resource, leaf.path))],
  );
  return found.reduce<Fact | undefined>(
    (worst, next) => (worst && order(worst) >= order(next) ? worst : next),
    undefined,
  );
};

const isEmpty = ({ attribute }: Leaf): boolean => attribute.state === "known" && attribute.value === "";
const order = ({ judged }: Fact): number => rank("certificate_store", judged.state);

function factOf({ path, attribute }: Leaf, targets: readonly Target[]): Fact {
  const at = pathText(path);
  for (const target of targets) {
    if (target.kind !== "resource") continue;
    const { type, address } = target.resource;
    if (type.startsWith("aws_acm")) return { judged: { state: "acm" }, found: address, path: at };
    if (type === "aws_iam_server_certificate") return { judged: { state: "iam" }, found: address, path: at };
  }
  if (attribute.state === "known") {
    const service = /^arn:[^:]*:(acm|iam):/.exec(String(attribute.value))?.[1];
    if (service !== undefined) return { judged: { state: service }, found: String(attribute.value), path: at };
  }
  return {
    judged: { state: "unknown" },
    found: attribute.state === "known" ? String(attribute.value) : "known after apply",
    path: at,
    cause: `${at} refers to something outside this plan`,
  };
}
