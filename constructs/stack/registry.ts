// What the constructs of a stack tell it about themselves, so that trail, alarms and checks can cover all of them.

import type { IConstruct } from "../internal/cdktf.ts";
import type { PhiConstruct } from "./phi-construct.ts";

/** A store whose every access CloudTrail can record. */
export interface RecordedStore {
  readonly store: PhiConstruct;
  /** CloudTrail's `resources.type`: `AWS::S3::Object`. */
  readonly type: string;
  /** ARN of the store, or what the ARNs of its objects begin with: `arn:aws:s3:::portal-documents/`. Known at synthesis. */
  readonly arn: string;
  /** @default false */
  readonly isPrefix?: boolean;
}

interface Registry {
  readonly stores: RecordedStore[];
  /** Constructs that the stack has one of, by a word and their site. */
  readonly singles: Map<string, PhiConstruct>;
}

const registries = new WeakMap<IConstruct, Registry>();

/** Registry of the tree that a construct stands in. */
function registryOf(construct: IConstruct): Registry {
  const { root } = construct.node;
  let registry = registries.get(root);
  if (!registry) {
    registry = { stores: [], singles: new Map() };
    registries.set(root, registry);
  }
  return registry;
}

const stackKey = (construct: IConstruct): string => construct.node.scopes[1]?.node.path ?? construct.node.path;

/** Has the stack's trail record every access to a store. */
export const recordAccess = (entry: RecordedStore): void => {
  registryOf(entry.store).stores.push(entry);
};

/** Stores of the stack of a construct, in the order of their making. */
export const storesOf = (construct: IConstruct): readonly RecordedStore[] =>
  registryOf(construct).stores.filter(({ store }) => stackKey(store) === stackKey(construct));

/** The one construct of a kind at a place, if it was made. */
export const single = (construct: IConstruct, kind: string): PhiConstruct | undefined =>
  registryOf(construct).singles.get(`${stackKey(construct)} ${kind}`);

/** Makes a construct the one of its kind. Returns false where there is one already. */
export function registerSingle(construct: PhiConstruct, kind: string): boolean {
  const { singles } = registryOf(construct);
  const key = `${stackKey(construct)} ${kind}`;
  if (singles.has(key)) return false;
  singles.set(key, construct);
  return true;
}
