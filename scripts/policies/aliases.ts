// The ids under which other tools list the same check. `catalogue/checks.csv` holds their ids, `catalogue/check-map.csv` says which
// control judges the same thing on which types; only types whose atlas entry has the control's fact are claimed.

import { PhiwardError } from "../../gate/error.ts";
import { parseCsv } from "./csv.ts";

const TOOLS = ["cdk_nag", "config_rule", "prowler", "powerpipe", "checkov", "trivy", "regula", "terrascan", "fsbp"];

interface Alias {
  readonly id: string;
  readonly types: readonly string[];
}

/** One line of `check-map.csv`: on these types the control judges what the row of `checks.csv` asks. */
interface Mapping {
  readonly slug: string;
  readonly control: string;
  readonly types: readonly string[];
}

const split = (text: string) => text.split(";").filter((part) => part !== "");

/** Lines of `check-map.csv`. */
export const readMappings = (text: string): readonly Mapping[] =>
  parseCsv(text).map(({ slug = "", control = "", types = "" }) => ({ slug, control, types: split(types) }));

/**
 * Slug → ids of the same check, the slug first. Trivy's ids come in both spellings that it has used.
 *
 * @param text `checks.csv`
 * @param more `check-ids.csv`: ids that the first table leaves out, each with the reason
 */
export function readChecks(text: string, more: string): ReadonlyMap<string, readonly string[]> {
  const further = parseCsv(more);
  return new Map(
    parseCsv(text).map((row) => {
      const listed = TOOLS.flatMap((tool) => split(row[tool] ?? ""));
      const added = further.filter(({ slug }) => slug === row.slug).map(({ id = "" }) => id);
      const ids = [...listed, ...added].flatMap((id) => (/^AWS-\d{4}$/.test(id) ? [id, `AVD-${id}`] : [id]));
      return [row.slug ?? "", [...new Set([row.slug ?? "", ...ids])]];
    }),
  );
}

/**
 * Aliases of each control, by id.
 *
 * @param judged control → types whose atlas entry has its fact
 * @throws {PhiwardError} `CHECK_MAP` where a line names an unknown slug or control, no type, or stands twice
 */
export function joinAliases(
  mappings: readonly Mapping[],
  checks: ReadonlyMap<string, readonly string[]>,
  judged: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, readonly Alias[]> {
  const byControl = new Map<string, Map<string, Set<string>>>([...judged.keys()].map((id) => [id, new Map()]));
  const seen = new Set<string>();
  for (const { slug, control, types } of mappings) {
    const fault = (what: string) =>
      new PhiwardError("CHECK_MAP", `catalogue/check-map.csv: ${slug},${control} ${what}`);
    const ids = checks.get(slug);
    const known = judged.get(control);
    const aliases = byControl.get(control);
    if (!ids) throw fault("names a check that catalogue/checks.csv does not list");
    if (!known || !aliases) throw fault("names a control that does not exist");
    if (types.length === 0) throw fault("names no resource type");
    if (seen.has(`${slug} ${control}`)) throw fault("stands twice");
    seen.add(`${slug} ${control}`);
    const claimed = types.filter((type) => known.has(type));
    if (claimed.length === 0) continue;
    for (const id of ids) aliases.set(id, new Set([...(aliases.get(id) ?? []), ...claimed]));
  }
  return new Map(
    [...byControl].map(([control, aliases]) => [
      control,
      [...aliases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, types]) => ({ id, types: [...types].sort() })),
    ]),
  );
}
