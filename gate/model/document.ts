// Policy documents: parsed from their text, or rebuilt where the text is known only after apply.

import { printPath } from "./address.ts";
import { type AttributeReader, blockOf, isUnknown } from "./attribute.ts";
import { isExpression } from "./expressions.ts";
import { Memo } from "./memo.ts";
import { DOCUMENT_BLOCK, parseDocument, rebuild } from "./policy-document.ts";
import type { Ending } from "./resolve.ts";
import type { Entry } from "./resources.ts";
import type { SourceHints } from "./source-hints.ts";
import type { Targets } from "./targets.ts";
import { parseTemplate } from "./template.ts";
import { type Path, type PolicyDocument, SENSITIVE } from "./types.ts";
import { isMap, valueAt } from "./value.ts";

/** A policy that takes its text from another resource is followed this far. */
const MAX_DEPTH = 10;

export class Documents {
  private readonly reader: AttributeReader;
  private readonly targets: Targets;
  private readonly hints: SourceHints | undefined;
  private readonly answers = new Memo<PolicyDocument>();

  constructor(reader: AttributeReader, targets: Targets, hints: SourceHints | undefined) {
    this.reader = reader;
    this.targets = targets;
    this.hints = hints;
  }

  /** One answer for each attribute: the tree of a document is the same object whoever asks. */
  read(entry: Entry, path: Path): PolicyDocument {
    return this.answers.of(entry, path, () => this.find(entry, path, 0));
  }

  private find(entry: Entry, path: Path, depth: number): PolicyDocument {
    const attribute = this.reader.read(entry, path);
    if (attribute.state === "absent" || attribute.state === "null") return { state: "absent" };
    if (attribute.state === "unknown") return this.open(entry, path, attribute.cause, depth);
    const { value } = attribute;
    if (isMap(value)) return { state: "known", value, partial: false };
    if (value === "") return { state: "absent" };
    if (value === SENSITIVE) return { state: "unknown", cause: "Terraform marks it sensitive" };
    if (typeof value !== "string") return { state: "invalid", cause: "holds no text" };
    const parsed = parseDocument(value);
    return parsed === undefined
      ? { state: "invalid", cause: "the text is not a JSON object" }
      : { state: "known", value: parsed, partial: false };
  }

  /** The text is unknown as a whole: whoever wrote it may still be known. */
  private open(entry: Entry, path: Path, cause: string, depth: number): PolicyDocument {
    const open = this.targets.endings(entry, path).filter(isOpen);
    const [only] = open;
    if (open.length === 1 && only?.kind === "resource" && depth < MAX_DEPTH) {
      const { entry: source, path: read } = only;
      if (source.block.startsWith(DOCUMENT_BLOCK)) return { state: "known", ...rebuild(source, this.targets) };
      // A policy kept in another resource, such as an `aws_iam_policy`, is read there.
      if (/(?:^|_)policy$/.test(String(read.at(-1) ?? ""))) return this.find(source, read, depth + 1);
    }
    const hint = this.hints?.document(entry.resource, path, (reference) => this.targets.lookup(entry, reference));
    if (hint !== undefined) return { state: "known", ...hint };
    const written = templateOf(entry, path);
    const parsed =
      written === undefined ? undefined : parseTemplate(written, (reference) => this.targets.lookup(entry, reference));
    if (parsed !== undefined) return { state: "known", ...parsed };
    const documents = open.filter(
      (ending) => ending.kind === "resource" && ending.entry.block.startsWith(DOCUMENT_BLOCK),
    );
    if (documents.length > 1)
      return { state: "unknown", cause: "one of several policy documents, and a plan does not say which" };
    if (open.some((ending) => ending.kind === "resource" || ending.kind === "many"))
      return {
        state: "unknown",
        cause: `${printPath(path)} is built around values known only after apply, and a plan does not hold its text (see --source)`,
      };
    return { state: "unknown", cause };
  }
}

/** Text of the expression behind a top-level attribute, where the configuration is in JSON syntax. */
function templateOf(entry: Entry, path: Path): string | undefined {
  const [name] = path;
  const node = path.length === 1 && typeof name === "string" ? blockOf(entry)?.expressions?.[name] : undefined;
  return isExpression(node) && typeof node.template === "string" ? node.template : undefined;
}

/** Whether an ending can be what makes the text unknown. */
function isOpen(ending: Ending): boolean {
  if (ending.kind === "outside" || ending.kind === "many") return true;
  if (ending.kind !== "resource") return false;
  return (
    ending.path.length === 0 ||
    isUnknown(ending.entry, ending.path) ||
    valueAt(ending.entry.resource.values, ending.path) === undefined
  );
}
