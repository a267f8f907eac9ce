// One world of a plan: everything that is, or will be, and the questions one can ask of it.

import { AttributeReader, blockOf } from "./attribute.ts";
import { CompanionIndex } from "./companions.ts";
import { Documents } from "./document.ts";
import { isExpression } from "./expressions.ts";
import { type Identity, Literals } from "./literal.ts";
import { Resolver } from "./resolve.ts";
import type { Entry } from "./resources.ts";
import type { SourceHints } from "./source-hints.ts";
import { Targets, toTarget } from "./targets.ts";
import type { Attribute, Companions, Path, PolicyDocument, Resource, Target, World } from "./types.ts";
import { at, isEmpty } from "./value.ts";

const NONE: readonly Resource[] = [];

/** Built at once, indexed only when asked. */
export class PlanWorld implements World {
  readonly name: "before" | "after";
  readonly resources: readonly Resource[];
  readonly accounts: readonly string[];
  private readonly entries: Map<Resource, Entry>;
  private readonly reader: AttributeReader;
  private readonly goals: Targets;
  private readonly joins: CompanionIndex;
  private readonly documents: Documents;
  private addresses: Map<string, Resource> | undefined;
  private types: Map<string, Resource[]> | undefined;

  constructor(
    name: "before" | "after",
    entries: readonly Entry[],
    hints: SourceHints | undefined,
    identity: Identity | undefined,
  ) {
    this.name = name;
    this.resources = entries.map((entry) => entry.resource);
    this.accounts = [...new Set(entries.map(({ estate }) => estate.providers))].flatMap((providers) =>
      providers.accounts(),
    );
    this.entries = new Map(entries.map((entry) => [entry.resource, entry]));
    const resolver = new Resolver(entries, hints);
    this.reader = new AttributeReader(resolver, hints);
    this.goals = new Targets(resolver, new Literals(entries, identity), hints);
    this.joins = new CompanionIndex(this.goals, (type) =>
      this.ofType(type).flatMap((resource) => this.entries.get(resource) ?? []),
    );
    this.documents = new Documents(this.reader, this.goals, hints);
  }

  /** By address; a resource of the context by `file:address`. */
  get(address: string): Resource | undefined {
    if (this.addresses === undefined) {
      this.addresses = new Map();
      for (const resource of this.resources)
        this.addresses.set(
          resource.context === undefined ? resource.address : `${resource.context}:${resource.address}`,
          resource,
        );
    }
    return this.addresses.get(address);
  }

  ofType(type: string): readonly Resource[] {
    if (this.types === undefined) {
      this.types = new Map();
      for (const resource of this.resources) {
        const group = this.types.get(resource.type);
        if (group === undefined) this.types.set(resource.type, [resource]);
        else group.push(resource);
      }
    }
    return this.types.get(type) ?? NONE;
  }

  read(resource: Resource, path: Path): Attribute {
    return this.reader.read(this.entry(resource), path);
  }

  targets(resource: Resource, path: Path): readonly Target[] {
    return this.goals.of(this.entry(resource), path).map(toTarget);
  }

  companions(resource: Resource, type: string, by: string): Companions {
    return this.joins.of(this.entry(resource), type, by);
  }

  isConstant(resource: Resource, attribute: string): boolean {
    let nodes: readonly unknown[] = [blockOf(this.entry(resource))?.expressions];
    for (const step of attribute.replaceAll("[*]", "").split("."))
      nodes = nodes.map((node) => at(node, [step])).flatMap((node) => (Array.isArray(node) ? node : [node]));
    return nodes.some(
      (node) => isExpression(node) && node.constant_value !== undefined && !isEmpty(node.constant_value),
    );
  }

  document(resource: Resource, path: Path): PolicyDocument {
    return this.documents.read(this.entry(resource), path);
  }

  private entry(resource: Resource): Entry {
    const entry = this.entries.get(resource);
    if (entry === undefined) throw new TypeError(`${resource.address} is not a resource of the ${this.name} world`);
    return entry;
  }
}
