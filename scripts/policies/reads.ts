// What a rule reads, found in its syntax tree. A control may look at a resource's address, its data class and the one fact that
// it judges, and at the profile: only then may the gate send it shards and reuse its verdicts.

import { PhiwardError } from "../../gate/error.ts";
import type { Node, Parsed } from "./sources.ts";

type Fields = { readonly [key: string]: Node };
const isFields = (node: Node | undefined): node is Fields =>
  typeof node === "object" && node !== null && !Array.isArray(node);

/** `["resource", "facts", "encryption", "state"]`; a part that is not a constant becomes `"[]"`. */
function pathOf(ref: Fields): readonly string[] {
  const parts = Array.isArray(ref.value) ? ref.value : [];
  return parts.map((part: Node, index) => {
    if (!isFields(part)) return "[]";
    if (typeof part.value === "string" && (part.type === "string" || index === 0)) return part.value;
    return "[]";
  });
}

/** Functions that the wasm calls back into JavaScript for. */
const SLOW = /^(sprintf|json\.is_valid|yaml\..*|regex\..*|re_match)$/;

/** Collects what is wrong with the references below a node. */
function inspect(node: Node | undefined, judges: string, wrong: Set<string>, parameters: Set<string>): void {
  if (Array.isArray(node)) {
    for (const child of node) inspect(child, judges, wrong, parameters);
    return;
  }
  if (!isFields(node)) return;
  if (node.type === "var" && (node.value === "resource" || node.value === "input")) {
    wrong.add(`the whole ${node.value}`);
    return;
  }
  if (node.type === "call" && Array.isArray(node.value)) {
    const [operator, item, collection] = node.value;
    const name = isFields(operator) ? pathOf(operator).join(".") : "";
    if (SLOW.test(name)) wrong.add(`${name}, a function of the host`);
    const over = isFields(collection) && collection.type === "ref" ? pathOf(collection).join(".") : "";
    if (over === "input.resources") {
      if (name === "internal.member_2" && isFields(item) && item.value === "resource") return;
      wrong.add("input.resources under another name than `some resource in`");
    }
  }
  if (node.type === "ref" && Array.isArray(node.value)) {
    const path = pathOf(node);
    const [head, second, third] = path;
    if (head === "input") {
      if (second === "profile" && third !== undefined && third !== "[]") parameters.add(third);
      else wrong.add(path.join("."));
    }
    if (head === "resource") {
      const address = path.length === 2 && second === "address";
      const fact = second === "facts" && (third === judges || (third === "data_class" && path.length === 3));
      if (!address && !fact) wrong.add(path.join("."));
    }
    if (head === "data" && !(second === "hipaa" && third === "lib")) wrong.add(path.join("."));
    for (const part of node.value.slice(1)) inspect(part, judges, wrong, parameters);
    return;
  }
  for (const child of Object.values(node)) inspect(child, judges, wrong, parameters);
}

/**
 * Parameters of the profile that a control reads.
 *
 * @throws {PhiwardError} `CONTROL_READS` where it reads anything else than it may
 */
export function readParameters(parsed: Parsed, judges: string): ReadonlySet<string> {
  const wrong = new Set<string>();
  const parameters = new Set<string>();
  inspect(parsed.rules, judges, wrong, parameters);
  if (wrong.size > 0)
    throw new PhiwardError(
      "CONTROL_READS",
      `policies/${parsed.file} may read resource.address, resource.facts.data_class, resource.facts.${judges} and ` +
        `input.profile.<parameter>, and reads ${[...wrong].sort().join(", ")}`,
    );
  return parameters;
}
