// A recorded plan, taken apart so that single arguments can be changed in it, and put together again.

import type { Value } from "../../gate/model/types.ts";
import type { JsonObject, RawChange, RawConfigResource, RawPlan } from "../../gate/plan/types.ts";
import { type Body, bodyOf, expressionsOf, isBody, referencesIn, resourceOf } from "./body.ts";
import { type Lookup, planMember } from "./replan.ts";
import { type BlockSchema, schemaOf } from "./schema.ts";

/** One resource or data source of a recorded plan. */
export interface Part {
  readonly address: string;
  readonly type: string;
  /** Ids of the constructs above it, joined by `_`, without the hash: `Smallest_Key_Alias`. */
  readonly path: string;
  /** First of the ids: the use, or what all uses share. */
  readonly group: string;
  readonly schema: BlockSchema;
  readonly body: Body;
  readonly config: RawConfigResource;
  readonly change: RawChange;
  /** Name of its provider configuration: `aws.uses-region`. */
  readonly provider: string;
}

/** What happens to a part: another body, another provider configuration, or it is gone. */
export type Edit = { readonly body: Body } | { readonly provider: string } | { readonly removed: true };
export type Edits = ReadonlyMap<string, Edit>;

export class Recording {
  readonly raw: RawPlan;
  readonly parts: ReadonlyMap<string, Part>;
  private readonly referred = new Map<string, ReadonlySet<string>>();
  private readonly referring = new Map<string, Set<string>>();

  constructor(raw: RawPlan) {
    this.raw = raw;
    const blocks = new Map((raw.configuration?.root_module?.resources ?? []).map((one) => [addressOf(one), one]));
    this.parts = new Map(
      raw.changes.flatMap((change): [string, Part][] => {
        const config = blocks.get(change.address);
        const schema = schemaOf(change.mode === "data" ? `data.${change.type}` : change.type);
        if (!config || !schema) return [];
        const path = change.name.replace(/_[0-9A-F]{8}$/, "");
        const body = bodyOf(config.expressions ?? {}, schema);
        const provider = config.provider_config_key ?? "aws";
        const { address, type } = change;
        return [
          [address, { address, type, path, group: path.split("_")[0] ?? "", schema, body, config, change, provider }],
        ];
      }),
    );
    for (const { address, body } of this.parts.values()) {
      const targets = new Set(referencesIn(body).flatMap(resourceOf));
      this.referred.set(address, targets);
      for (const target of targets) this.referring.set(target, (this.referring.get(target) ?? new Set()).add(address));
    }
  }

  /** Names of the provider configurations. */
  get providers(): readonly string[] {
    return Object.keys(this.raw.configuration?.provider_config ?? {});
  }

  refersTo(address: string): ReadonlySet<string> {
    return this.referred.get(address) ?? new Set();
  }

  referredBy(address: string): ReadonlySet<string> {
    return this.referring.get(address) ?? new Set();
  }

  /** Addresses and everything they refer to, directly or not. */
  closure(addresses: Iterable<string>): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [...addresses];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...this.refersTo(next));
    }
    return found;
  }

  /** The plan that Terraform makes of the edited configuration. `keep` cuts it down to some of its resources. */
  edited(edits: Edits, keep?: ReadonlySet<string> | undefined): RawPlan {
    const kept = (address: string): boolean => {
      const edit = edits.get(address);
      return !(edit && "removed" in edit) && (keep?.has(address) ?? true);
    };
    const changes = new Map<string, RawChange>();
    const configs = new Map<string, RawConfigResource>();
    const after = (address: string): JsonObject | null | undefined =>
      (changes.get(address) ?? this.parts.get(address)?.change)?.change.after;
    const look: Lookup = (reference) => {
      const [resource] = resourceOf(reference);
      const attribute = resource === undefined ? "" : reference.slice(resource.length + 1);
      return resource === undefined || !kept(resource) ? undefined : (after(resource)?.[attribute] ?? undefined);
    };
    for (const [address, edit] of edits) {
      const part = this.parts.get(address);
      if (!part || "removed" in edit) continue;
      if ("provider" in edit) configs.set(address, { ...part.config, provider_config_key: edit.provider });
      else {
        configs.set(address, { ...part.config, expressions: expressionsOf(edit.body, part.schema) });
        const names = changedNames(part.body, edit.body);
        changes.set(address, this.replanned(part, edit.body, names, look));
      }
    }
    this.propagate(changes, edits, look);
    const root = this.raw.configuration?.root_module;
    return {
      ...this.raw,
      changes: this.raw.changes.flatMap((one) => (kept(one.address) ? [changes.get(one.address) ?? one] : [])),
      ...(root && {
        configuration: {
          ...this.raw.configuration,
          root_module: {
            ...root,
            resources: (root.resources ?? []).flatMap((one) =>
              kept(addressOf(one)) ? [configs.get(addressOf(one)) ?? one] : [],
            ),
          },
        },
      }),
    };
  }

  /** What refers to an argument that changed has changed too. */
  private propagate(changes: Map<string, RawChange>, edits: Edits, look: Lookup): void {
    for (const [address, { change }] of [...changes]) {
      const was = this.parts.get(address)?.change.change.after ?? {};
      const moved = changedNames(was, change.after ?? {});
      for (const dependent of this.referredBy(address)) {
        const part = this.parts.get(dependent);
        if (!part || edits.has(dependent)) continue;
        const names = Object.keys(part.body).filter((name) => {
          const text = JSON.stringify(part.body[name]);
          return moved.some((attribute) => text.includes(`\${${address}.${attribute}`));
        });
        if (names.length > 0) changes.set(dependent, this.replanned(part, part.body, names, look));
      }
    }
  }

  private replanned(
    { change: planned, type, schema, provider }: Part,
    body: Body,
    names: readonly string[],
    look: Lookup,
  ): RawChange {
    const after: Record<string, Value> = { ...planned.change.after };
    const unknown: Record<string, Value> = isBody(planned.change.after_unknown)
      ? { ...planned.change.after_unknown }
      : {};
    const put = (name: string, value: Value, mask: Value): void => {
      delete after[name];
      delete unknown[name];
      if (mask !== true) after[name] = value;
      if (mask !== false) unknown[name] = mask;
    };
    for (const name of names) {
      const { value, unknown: mask } = planMember(name, body, schema, type, look);
      put(name, value, mask);
    }
    if (names.includes("tags") && schema.attributes.tags_all) {
      const own = isBody(body.tags) ? body.tags : {};
      put("tags_all", { ...this.defaultTags(provider), ...own }, false);
    }
    return { ...planned, change: { ...planned.change, after, after_unknown: unknown } };
  }

  private defaultTags(provider: string): Body {
    const blocks = this.raw.configuration?.provider_config?.[provider]?.expressions?.default_tags;
    const [first] = Array.isArray(blocks) ? blocks : [];
    const tags: Value = first?.tags?.constant_value ?? null;
    return isBody(tags) ? tags : {};
  }
}

const addressOf = ({ mode, type, name }: RawConfigResource): string =>
  `${mode === "data" ? "data." : ""}${type}.${name}`;

function changedNames(before: JsonObject, after: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
}
