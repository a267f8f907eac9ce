// The grants of an identity policy, denials taken away, ready to be asked what they allow.

import type { Value } from "../../model/types.ts";
import { accountOf } from "./account.ts";
import { covers, overlaps } from "./pattern.ts";
import { type Condition, isUnknown, type Patterns, type Statement, statementsOf } from "./statement.ts";

/** Conditions on how or when a request is made: they leave what it may do as wide as before. */
const weakKeys = new Set([
  "aws:currenttime",
  "aws:epochtime",
  "aws:multifactorauthage",
  "aws:multifactorauthpresent",
  "aws:requestedregion",
  "aws:securetransport",
  "aws:sourceip",
  "aws:tokenissuetime",
  "aws:useragent",
  "iam:passedtoservice",
]);
const isWeak = ({ key, negated, malformed }: Condition): boolean =>
  malformed || (weakKeys.has(key) && !isUnknown(key)) || (negated && key !== "iam:permissionsboundary");

/** An Allow that no condition narrows, on any resource of its kind. */
interface Wide {
  readonly statement: Statement;
  readonly actions: Patterns;
  /** `Resource` is `*` itself: not even the service or the account is named. */
  readonly unnamed: boolean;
}

/** The grants of a document, ready to be asked. */
export class Grants {
  readonly statements: readonly Statement[];
  readonly wide: readonly Wide[];
  readonly #denials: readonly Patterns[];

  constructor(document: Value) {
    this.statements = statementsOf(document);
    const certain = this.statements.filter(({ opaque, effect }) => !opaque && effect !== "unknown");
    this.wide = certain
      .filter(
        ({ effect, resources, conditions }) => effect === "allow" && isWide(resources) && conditions.every(isWeak),
      )
      .map((statement) => ({
        statement,
        actions: statement.actions,
        unnamed: statement.resources.except || statement.resources.values.some((value) => /^[*:]+$/.test(value)),
      }));
    this.#denials = certain
      .filter(
        ({ effect, resources, conditions }) =>
          effect === "deny" && !resources.except && resources.values.includes("*") && conditions.length === 0,
      )
      .map(({ actions }) => actions);
  }

  /** True where a Deny takes the whole pattern away. */
  denied(pattern: string): boolean {
    return this.#denials.some(({ values, except }) =>
      except ? values.every((value) => !overlaps(value, pattern)) : values.some((value) => covers(value, pattern)),
    );
  }

  /** The wide statement that allows every action of the pattern, if one does. */
  allowing(pattern: string): Statement | undefined {
    if (this.denied(pattern)) return undefined;
    return this.wide.find(({ actions: { values, except } }) =>
      except ? values.every((value) => !overlaps(value, pattern)) : values.some((value) => covers(value, pattern)),
    )?.statement;
  }

  /** The wide statement that allows some action of the pattern, if one does. */
  touching(pattern: string): Statement | undefined {
    return this.wide.find(({ actions: { values, except } }) =>
      except
        ? values.every((value) => !covers(value, pattern)) && !this.denied(pattern)
        : values.some((value) => overlaps(value, pattern) && !this.denied(narrower(value, pattern))),
    )?.statement;
  }
}

/** Of two patterns that overlap, the one that stands for less, where one does. */
const narrower = (a: string, b: string): string => (covers(a, b) ? b : a);

/** True where the patterns name any resource of a kind: `*`, `arn:aws:s3:::*`, `arn:aws:iam::123456789012:role/*`. */
export function isWide({ values, except }: Patterns): boolean {
  if (except) return true;
  return values.some((value) => {
    if (/^[*:]+$/.test(value)) return true;
    if (accountOf(value) === undefined) return false;
    const [, , service = "", , , ...rest] = value.split(":");
    // In some ARNs the resource begins with its own name, in the others with its kind.
    return (unnamedKinds.has(service) ? /^\*+(\/\*+)?$/ : /^([a-z-]+[/:])?\*+(\/\*+)?$/).test(rest.join(":"));
  });
}

/** Services whose ARNs do not name the kind of resource. */
const unnamedKinds = new Set(["s3", "sqs", "sns", "execute-api"]);
