// Doc comments as data: what they say, and their tags.

import ts from "typescript";

/** One doc comment. Texts are Markdown; each tag's text is one line. */
export interface Doc {
  /** Paragraphs before the first tag. */
  readonly text: string;
  readonly default?: string;
  readonly throws: readonly string[];
  readonly see: readonly string[];
  readonly params: readonly string[];
  /** Code, with its line breaks. */
  readonly example?: string;
  /** True for what only the library itself calls. */
  readonly internal: boolean;
}

/** Says nothing. */
const NONE: Doc = { text: "", throws: [], see: [], params: [], internal: false };

/** The doc comment that stands right above a declaration. */
export function docOf(node: ts.Node): Doc {
  const comment = ts
    .getJSDocCommentsAndTags(node)
    .filter((one) => ts.isJSDoc(one))
    .at(-1);
  return comment ? parseDoc(comment.getText()) : NONE;
}

/** Parses the raw text: the compiler's own parser takes the scheme of a URL after `@see` for a name. */
function parseDoc(comment: string): Doc {
  const lines = comment
    .replace(/^\/\*\*/, "")
    .replace(/\*\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  const blocks: { tag: string; lines: string[] }[] = [{ tag: "", lines: [] }];
  for (const line of lines) {
    const tag = /^\s*@([a-z]+)\s*(.*)$/.exec(line);
    if (tag) blocks.push({ tag: tag[1] ?? "", lines: [tag[2] ?? ""] });
    else blocks.at(-1)?.lines.push(line);
  }
  const of = (tag: string): readonly string[] =>
    blocks.filter((block) => block.tag === tag).map((block) => oneLine(block.lines));
  const [fallback] = of("default");
  const example = blocks.find(({ tag }) => tag === "example")?.lines.join("\n");
  return {
    text: paragraphs(blocks[0]?.lines ?? []),
    ...(fallback !== undefined && { default: fallback.replace(/^- /, "") }),
    throws: of("throws").map((text) => text.replace(/^\{\w+\}\s*/, "")),
    see: of("see"),
    params: of("param"),
    ...(example !== undefined && { example: example.replace(/^\s*```\w*\n?|```\s*$/g, "").trim() }),
    internal: blocks.some(({ tag }) => tag === "internal"),
  };
}

const plain = (text: string): string => text.replace(/\{@link ([^}]+)\}/g, "`$1`");
const oneLine = (lines: readonly string[]): string => plain(lines.join(" ").replace(/\s+/g, " ").trim());

/** Lines of one paragraph or list item are one line. */
function paragraphs(lines: readonly string[]): string {
  return plain(lines.join("\n").trim())
    .split(/\n{2,}|\n(?=- )/)
    .map((text) => text.replace(/\s*\n\s*/g, " ").trim())
    .filter((text) => text !== "")
    .reduce(
      (all, text) =>
        all === "" ? text : `${all}${text.startsWith("- ") && /(^|\n)- [^\n]*$/.test(all) ? "\n" : "\n\n"}${text}`,
      "",
    );
}
