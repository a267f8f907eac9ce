// What every construct of this library shares: its site, its data class, its name, and the trace it leaves for the gate.

import type { Exception, ExceptionProps } from "../exception.ts";
import { Aspects, Construct, type IConstruct, TerraformDataSource, TerraformResource } from "../internal/cdktf.ts";
import { type CreationSite, creationSite } from "../internal/creation-site.ts";
import { type Site, siteOf } from "./site.ts";

/** Class of a construct's data. `ephi-derived` is a log, metric or index of ePHI. */
export type DataClass = "ephi" | "ephi-derived" | "none";

/** What every construct takes. */
export interface PhiConstructProps {
  /**
   * Class of the data: becomes the tag `DataClass` of the construct's resources, decides how strictly they are judged and whether
   * reports count them.
   *
   * @default - `ephi`; `ephi-derived` for logs, `none` for keys and alarms
   * @see 45 CFR 164.308(a)(1)(ii)(A), risk analysis: it begins with knowing where ePHI is
   */
  readonly dataClass?: DataClass;
}

/** Tells the innermost construct of this library above a resource. */
const phiConstructs = new WeakSet<IConstruct>();

/**
 * Base of the library's constructs, and of your own around resources that it has none for.
 *
 * @see 45 CFR 164.316(b)(1)(ii), written record of actions, activities and assessments: each resource says which construct made it, where
 *   in the code, and what it claims
 */
export abstract class PhiConstruct extends Construct {
  /** Account and Region that the construct stands in. */
  readonly site: Site;
  readonly dataClass: DataClass;
  /** Name of the AWS resource: the site's prefix and the ids below it, in kebab case. */
  readonly physicalName: string;
  private readonly createdAt: CreationSite | undefined;
  private readonly tags: Record<string, string> = {};
  private readonly claims = new Map<TerraformResource, readonly string[]>();
  private readonly exceptions = new Map<TerraformResource, ExceptionProps[]>();

  /** @throws {ConstructError} `NO_SITE` outside a PhiStack */
  constructor(scope: Construct, id: string, dataClass: DataClass) {
    super(scope, id);
    this.site = siteOf(this);
    this.dataClass = dataClass;
    this.physicalName = physicalName(this, this.site);
    this.createdAt = creationSite();
    phiConstructs.add(this);
    Aspects.of(this).add({
      visit: (node) => {
        if (ownerOf(node) !== this) return;
        if (TerraformResource.isTerraformResource(node)) this.mark(node);
        else if (TerraformDataSource.isTerraformDataSource(node)) this.place(node);
      },
    });
  }

  /** Says which controls a resource passes by construction; a test holds each claim against the gate's verdicts. */
  protected claim<T extends TerraformResource>(resource: T, ...controls: readonly string[]): T {
    this.claims.set(resource, [...(this.claims.get(resource) ?? []), ...controls]);
    return resource;
  }

  /** Adds tags to every resource of the construct that takes tags. */
  tag(tags: Readonly<Record<string, string>>): void {
    Object.assign(this.tags, tags);
  }

  /** Accepts the fail of one control on one resource. */
  protected accept(resource: TerraformResource, accepted: Exception): void {
    this.exceptions.set(resource, [...(this.exceptions.get(resource) ?? []), accepted.props]);
  }

  /** Puts an element where its construct stands, unless it was put elsewhere on purpose. */
  private place(element: TerraformResource | TerraformDataSource): void {
    if (element.provider === undefined && this.site.provider) element.provider = this.site.provider;
  }

  private mark(resource: TerraformResource): void {
    this.place(resource);
    const exceptions = (this.exceptions.get(resource) ?? []).map((props) => ({
      id: `${resource.node.path}#${props.control}`,
      ...props,
    }));
    resource.addOverride("//", {
      phiward: {
        construct: this.constructor.name,
        ...(this.createdAt && { createdAt: this.createdAt }),
        claims: this.claims.get(resource) ?? [],
        ...(exceptions.length > 0 && { exceptions }),
      },
    });
    if (isTaggable(resource)) resource.tags = { ...resource.tagsInput, ...this.tags, DataClass: this.dataClass };
  }
}

const ownerOf = (resource: IConstruct): IConstruct | undefined =>
  [...resource.node.scopes].reverse().find((scope) => phiConstructs.has(scope));

interface Taggable {
  tags: Readonly<Record<string, string>>;
  readonly tagsInput: Readonly<Record<string, string>> | undefined;
}

/** Some resources take tags as blocks (`tag`) or not at all. */
const isTaggable = (resource: object): resource is Taggable => "tagsInput" in resource && "tags" in resource;

/** Ids between a site and a construct as one name: `portal-documents-access-logs`. */
function physicalName(construct: Construct, site: Site): string {
  const depth = site.node.scopes.length;
  const ids = construct.node.scopes.slice(depth).map(({ node }) => kebab(node.id));
  return [site.prefix, ...ids].join("-");
}

const kebab = (id: string): string =>
  id
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
