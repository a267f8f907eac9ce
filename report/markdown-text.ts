// Text inside Markdown. What a plan says stands in a code span, where GitHub links, mentions and renders nothing.

import type { Control, Safeguard } from "../catalogue/types.ts";
import { clip, inert, oneLine } from "./text.ts";
import { safeguardIndex, safeguardText } from "./wording.ts";

/** Longest text of a plan in a comment, in characters; the json format has it whole. */
const MAX_TEXT = 300;

/**
 * The text as a code span. It can hold no backtick and no line break, so nothing in it ends the span; entities would not do,
 * because GitHub looks for mentions and links after it has decoded them.
 */
export function code(text: string): string {
  const content = clip(inert(text).replaceAll("`", "\\u{60}"), MAX_TEXT);
  return `\`${content.trim() === "" ? "(empty)" : content}\``;
}

/** Our own words, with what Markdown acts upon escaped. */
export function prose(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>&~|$#@]/g, (character) => `\\${character}`);
}

/** Says a text as prose where it is word for word one of the catalogue's, else as code: trust goes by the words, not by the field. */
export type Say = (text: string) => string;

export interface Speech {
  readonly say: Say;
  /** A citation with its title. */
  readonly cite: Say;
}

export function speechOf(catalogue: readonly Control[], safeguards: readonly Safeguard[]): Speech {
  const ours = new Set(
    catalogue.flatMap(({ title, expected, remedy }) => [title, expected, remedy.terraform, remedy.construct ?? title]),
  );
  const index = safeguardIndex(safeguards);
  return {
    say: (text) => (ours.has(text) ? prose(text) : code(text)),
    cite: (citation) => (index.has(citation) ? prose(safeguardText(citation, index)) : code(citation)),
  };
}

/** What is left of a comment, in bytes of UTF-8: never less than its characters. */
export class Budget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** True, and the bytes are taken, where the text still fits. */
  take(text: string): boolean {
    const bytes = Buffer.byteLength(text, "utf8");
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }
}
