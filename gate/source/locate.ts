// Lines of the blocks in a configuration file. The HCL parser gives no positions, so headers are found in the text itself,
// with comments and heredocs left out.

const header = /^\s*(resource|data)\s+"?([A-Za-z0-9_-]+)"?\s+"?([A-Za-z0-9_-]+)"?\s*\{/;
const heredoc = /<<[-~]?\s*"?([A-Za-z_][A-Za-z0-9_]*)"?\s*$/;

/** Line of each resource and data block of an HCL file, by its address in the module. */
export function locateText(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let until: string | undefined;
  let comment = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (until !== undefined) {
      if (raw.trim() === until) until = undefined;
      continue;
    }
    let line = raw;
    if (comment) {
      const end = line.indexOf("*/");
      if (end < 0) continue;
      line = line.slice(end + 2);
      comment = false;
    }
    const match = header.exec(line);
    if (match) {
      const [, kind, type, name] = match;
      const address = `${kind === "data" ? "data." : ""}${type}.${name}`;
      if (!found.has(address)) found.set(address, index + 1);
    }
    const opened = line.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/(#|\/\/).*$/, "");
    const start = opened.lastIndexOf("/*");
    if (start >= 0 && opened.indexOf("*/", start) < 0) comment = true;
    until = heredoc.exec(opened.trimEnd())?.[1] ?? heredoc.exec(line.trimEnd())?.[1];
  }
  return found;
}

/** Line of each resource and data block of a configuration in JSON, printed one key a line as CDKTF does. */
export function locateJson(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const open: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const match = /^(\s*)"((?:[^"\\]|\\.)+)":\s*[{[]\s*$/.exec(line);
    if (!match) continue;
    const depth = Math.round((match[1] ?? "").length / indentOf(text));
    open.length = Math.max(0, depth - 1);
    open.push(match[2] ?? "");
    const [kind, type, name] = open;
    if (open.length === 3 && (kind === "resource" || kind === "data"))
      found.set(`${kind === "data" ? "data." : ""}${type}.${name}`, index + 1);
  }
  return found;
}

const indentOf = (text: string): number => /\n( +)"/.exec(text)?.[1]?.length ?? 2;
