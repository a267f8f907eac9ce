// Text from plans is data: control characters, ANSI escapes and bidi marks are shown, never sent.

const PLAIN = /^[\u0020-\u007e]*$/;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The text with each control, format (bidi, zero-width) and line-separating character, and each lone surrogate, spelled out as `\u{1b}`. */
export function inert(text: string): string {
  // Nearly all text is plain: on 15,000 findings this halved the time of every format for people.
  if (PLAIN.test(text)) return text;
  return text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

const BEYOND_ASCII = /[^\n\u0020-\u007e]/;
/** Characters that JSON lets through and that a terminal or an editor would act upon. */
const UNSEEN_IN_JSON = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** JSON of the value, with those characters escaped as well: the same data. */
export function inertJson(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, null, indent);
  if (!BEYOND_ASCII.test(text)) return text;
  return text.replace(UNSEEN_IN_JSON, (character) =>
    character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** Our own prose on one line: white space becomes one space, the rest inert. */
export function oneLine(text: string): string {
  return inert(text.replace(/\s+/g, " ").trim());
}

/** At most `max` characters (UTF-16 units), the cut marked by `…` and never inside a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  const last = text.charCodeAt(end - 1);
  const cut = last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
  return `${text.slice(0, Math.max(0, cut))}…`;
}

/** `1 resource`, `2 resources`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Lines of at most `width` characters, broken at spaces; a longer word keeps a line of its own. */
export function wrap(text: string, width: number): string[] {
  const [first = "", ...words] = text.split(" ");
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    if (line.length + 1 + word.length <= width) {
      line = `${line} ${word}`;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
