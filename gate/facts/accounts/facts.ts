// The facts on accounts: whom a policy or a share lets in, whose key is used, to whom data is sent.

import type { AtlasEntry } from "../../../catalogue/atlas-schema.ts";
import type { Resource, Value, World } from "../../model/types.ts";
import { stepsOf } from "../computed/documents.ts";
import { documentsOf } from "../computed/policies.ts";
import type { ComputedFact } from "../computed/types.ts";
import { leaves } from "../leaves.ts";
import { isList, pathText } from "../path.ts";
import { accountOf, isAccountId } from "../policy/account.ts";
import type { Fact } from "../types.ts";
import { accountsOf, isKnown, tellsAccount } from "./known.ts";
import { admission, type Named } from "./strangers.ts";

/** Types whose policy no other fact reads, so that an unreadable one is said here. */
const readHereOnly = /^aws_vpc_endpoint(_policy)?$/;

/** Which accounts a resource policy lets in. Does not exist where it names none. */
export const admittedAccounts: ComputedFact = ({ world, resource, attribute }) => {
  const known = accountsOf(world);
  const strangers: Named[] = [];
  const familiar: Named[] = [];
  let names: string | undefined;
  for (const { path, document } of documentsOf(world, resource, attribute)) {
    if (document.state === "known") {
      const found = admission(document.value, known, path);
      if (found.names) names ??= path;
      strangers.push(...found.strangers);
      familiar.push(...found.known);
    } else if (document.state !== "absent" && readHereOnly.test(resource.type)) {
      const unclear: Fact = {
        judged: { state: "unknown" },
        found: document.state === "invalid" ? "no JSON" : "known after apply",
        path,
        cause: document.cause,
      };
      return unclear;
    }
  }
  return names === undefined ? undefined : verdictOn(world, resource, strangers, familiar, names);
};

/** Which accounts an attribute that names them shares with: ids, ARNs, one or a list, also separated by commas. */
export const sharedAccounts: ComputedFact = ({ world, resource, attribute = "" }) => {
  const known = accountsOf(world);
  const all = leaves(world, resource, stepsOf(attribute)).flatMap(({ path, attribute: read }): readonly Named[] =>
    read.state !== "known"
      ? []
      : textsOf(read.value).flatMap((text) =>
          idsOf(text).map((id) => ({ id, path: pathText(path) || attribute, text })),
        ),
  );
  if (all.length === 0) return undefined;
  const strangers = all.filter(({ id }) => !isKnown(known, id));
  return verdictOn(
    world,
    resource,
    strangers,
    all.filter(({ id }) => isKnown(known, id)),
    attribute,
  );
};

/** Facts that follow from what a type's entry says already: whose keys its arguments name, and where its data goes. */
export function impliedAccounts(
  world: World,
  resource: Resource,
  { destination }: AtlasEntry,
): readonly (readonly [string, Fact])[] {
  const facts: [string, Fact][] = [];
  const keys = keyArns(resource.values, []);
  if (keys.length > 0) facts.push(["key_account", judged(world, resource, keys)]);
  const sent = (destination ?? []).flatMap((attribute) =>
    leaves(world, resource, stepsOf(attribute)).flatMap(({ path, attribute: read }): readonly Named[] =>
      read.state !== "known" || typeof read.value !== "string"
        ? []
        : idsOf(read.value).map((id) => ({ id, path: pathText(path), text: String(read.value) })),
    ),
  );
  if (sent.length > 0) facts.push(["destination_account", judged(world, resource, sent)]);
  return facts;
}

function judged(world: World, resource: Resource, all: readonly Named[]): Fact {
  const known = accountsOf(world);
  return verdictOn(
    world,
    resource,
    all.filter(({ id }) => !isKnown(known, id)),
    all.filter(({ id }) => isKnown(known, id)),
    all[0]?.path ?? "",
  );
}

/** Arguments, at any depth, that name a key by its ARN. */
function keyArns(value: Value | undefined, path: readonly (string | number)[]): readonly Named[] {
  if (typeof value === "string") {
    if (!value.startsWith("arn:") || !/^arn:[^:]*:kms:[^:]*:\d{12}:(key|alias)\//.test(value)) return none;
    return [{ id: accountOf(value) ?? "", path: pathText(path), text: value }];
  }
  if (typeof value !== "object" || value === null) return none;
  let found = none;
  for (const [step, inner] of Object.entries<Value>(isList(value) ? { ...value } : value)) {
    if (inner === null || typeof inner === "boolean" || typeof inner === "number") continue;
    if (typeof inner === "string" && (!inner.startsWith("arn:") || (path.length === 0 && ownNames.has(step)))) continue;
    const more = keyArns(inner, [...path, isList(value) ? Number(step) : step]);
    if (more.length > 0) found = [...found, ...more];
  }
  return found;
}
const none: readonly Named[] = [];
/** Arguments by which a key is called itself. */
const ownNames = new Set(["arn", "id", "target_key_arn"]);

const textsOf = (value: Value): readonly string[] =>
  isList(value)
    ? value.flatMap(textsOf)
    : typeof value === "string"
      ? value
          .split(",")
          .map((part) => part.trim())
          .filter((part) => part !== "")
      : [];

/** Account and organization that a text names. An organization or a unit of it stands for its accounts. */
function idsOf(text: string): readonly string[] {
  if (isAccountId(text)) return [text];
  const organization = /(?:^|\/)(o-[a-z0-9]{10,32})(?:\/|$)/.exec(text)?.[1];
  if (organization !== undefined && (organization === text || text.includes(":organizations:"))) return [organization];
  const account = accountOf(text);
  return account !== undefined && isAccountId(account) ? [account] : [];
}

function verdictOn(
  world: World,
  resource: Resource,
  others: readonly Named[],
  familiar: readonly Named[],
  path: string,
): Fact {
  const { owners } = accountsOf(world);
  // Its own ARN may say where it lies even where nothing else of the plan does.
  const [first] = others.filter(({ id }) => id !== resource.account);
  if (first === undefined) {
    const declared = familiar.find(({ id }) => owners.has(id));
    const basis = declared && owners.get(declared.id);
    return {
      judged: { state: "known" },
      found: declared?.text ?? familiar[0]?.text ?? "no account but those of the plan",
      path: declared?.path ?? familiar[0]?.path ?? path,
      ...(basis !== undefined && { basis }),
    };
  }
  if (!isAccountId(first.id) || tellsAccount(world, resource))
    return { judged: { state: "undeclared" }, found: first.text, path: first.path };
  return {
    judged: { state: "unknown" },
    found: first.text,
    path: first.path,
    cause: `the plan does not say in which account it works, so ${first.id} may be that one`,
  };
}
