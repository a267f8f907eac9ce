// Patterns of IAM: `*` stands for any text, `?` for one character.

/** True where `pattern` matches every text that `other` matches (`other` may hold wildcards too). */
export function covers(pattern: string, other: string): boolean {
  if (pattern === "*" || pattern === other) return true;
  const wildcard = firstWildcard(pattern);
  if (wildcard < 0) return false;
  if (!other.startsWith(pattern.slice(0, wildcard))) return false;
  if (wildcard === pattern.length - 1 && pattern.endsWith("*")) return true;
  // row[j]: the pattern read so far covers the first j characters of `other`. A `*` of `other` is covered by `*` alone.
  let row = [true, ...Array<boolean>(other.length).fill(false)];
  for (const sign of pattern) {
    const next: boolean[] = [sign === "*" && row[0] === true];
    for (let j = 1; j <= other.length; j++) {
      const met = other[j - 1] ?? "";
      next[j] =
        sign === "*"
          ? row[j] === true || next[j - 1] === true
          : row[j - 1] === true && (sign === "?" ? met !== "*" : sign === met);
    }
    row = next;
  }
  return row[other.length] === true;
}

function firstWildcard(pattern: string): number {
  const star = pattern.indexOf("*");
  const mark = pattern.indexOf("?");
  return star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
}

/** True where some text matches both patterns. */
export function overlaps(a: string, b: string): boolean {
  if (a === b || a === "*" || b === "*") return true;
  const [open, fixed] = [firstWildcard(a), firstWildcard(b)];
  if (open < 0 && fixed < 0) return false;
  const shared = Math.min(open < 0 ? a.length : open, fixed < 0 ? b.length : fixed);
  if (a.slice(0, shared) !== b.slice(0, shared)) return false;
  // row[j]: the part of `a` read so far and the first j characters of `b` can stand for the same text.
  let row: boolean[] = [true];
  for (let j = 1; j <= b.length; j++) row[j] = row[j - 1] === true && b[j - 1] === "*";
  for (const sign of a) {
    const next: boolean[] = [sign === "*" && row[0] === true];
    for (let j = 1; j <= b.length; j++) {
      const met = b[j - 1] ?? "";
      const step = row[j - 1] === true && (sign === "?" || met === "?" || sign === met);
      const any = sign === "*" || met === "*";
      next[j] = any
        ? (sign === "*" && (row[j] === true || row[j - 1] === true)) ||
          (met === "*" && row[j - 1] === true) ||
          (met === "*" && row[j] === true) ||
          next[j - 1] === true
        : step;
    }
    row = next;
  }
  return row[b.length] === true;
}

/** True where the text holds a wildcard or a policy variable, so that it is no fixed value. */
export const isOpenEnded = (text: string): boolean => /[*?]|\$\{/.test(text);
