// Policy documents as data. Text without references is written out, so that a plan shows it; with references a data source makes it.

import { type Construct, DataAwsIamPolicyDocument, Token } from "./cdktf.ts";

/** Condition block: operator, key, values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One statement, in the words of a policy document. */
export interface Statement {
  readonly sid: string;
  /** @default Allow */
  readonly effect?: "Allow" | "Deny";
  /** By type: `{ AWS: [...] }`, `{ Service: [...] }`; `"*"` for everyone. */
  readonly principals?: "*" | Readonly<Record<string, readonly string[]>>;
  readonly actions: readonly string[];
  /** @default ["*"] */
  readonly resources?: readonly string[];
  readonly conditions?: Conditions;
}

const listOf = (value: string | readonly string[]): string[] => (typeof value === "string" ? [value] : [...value]);

/**
 * The document's JSON, of statements whose texts are all known. The trust of a role and the policy of a registry name no resources: they
 * speak of what they stand on.
 */
export function policyText(statements: readonly Statement[], { namesResources = true } = {}): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map(({ sid, effect = "Allow", principals, actions, resources = ["*"], conditions }) => ({
      Sid: sid,
      Effect: effect,
      ...(principals === undefined ? {} : { Principal: principals }),
      Action: actions,
      ...(namesResources ? { Resource: resources } : {}),
      ...(conditions === undefined ? {} : { Condition: conditions }),
    })),
  });
}

/** The document's JSON: written out where every text is known, else made by a data source with the id given. */
export function policyDocument(scope: Construct, id: string, statements: readonly Statement[]): string {
  const text = policyText(statements);
  if (!Token.isUnresolved(text)) return text;
  return new DataAwsIamPolicyDocument(scope, id, {
    statement: statements.map(({ sid, effect = "Allow", principals, actions, resources = ["*"], conditions }) => ({
      sid,
      effect,
      actions: [...actions],
      resources: [...resources],
      ...(principals === undefined ? {} : { principals: principalBlocks(principals) }),
      ...(conditions === undefined
        ? {}
        : {
            condition: Object.entries(conditions).flatMap(([test, byKey]) =>
              Object.entries(byKey).map(([variable, values]) => ({ test, variable, values: listOf(values) })),
            ),
          }),
    })),
  }).json;
}

const principalBlocks = (principals: Exclude<Statement["principals"], undefined>) =>
  principals === "*"
    ? [{ type: "*", identifiers: ["*"] }]
    : Object.entries(principals).map(([type, identifiers]) => ({ type, identifiers: [...identifiers] }));

/**
 * Refuses requests to a resource that do not come over TLS 1.2 or later.
 *
 * @param service prefix of its actions: `s3`
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport
 */
export const tlsOnly = (service: string, resources: readonly string[]): Statement => ({
  sid: "TlsOnly",
  effect: "Deny",
  principals: "*",
  actions: [`${service}:*`],
  resources,
  conditions: { Bool: { "aws:SecureTransport": "false" } },
});

/**
 * Trust policy of a role that one service assumes, for one account and, where it can be said, for one source.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const trust = (service: string, account: string, sourceArn?: string): string =>
  policyText(
    [
      {
        sid: "ServiceAssumes",
        principals: { Service: [service] },
        actions: ["sts:AssumeRole"],
        conditions: {
          StringEquals: { "aws:SourceAccount": account },
          ...(sourceArn !== undefined && { ArnLike: { "aws:SourceArn": sourceArn } }),
        },
      },
    ],
    { namesResources: false },
  );

/**
 * Refuses principals of other accounts and anonymous ones. AWS services pass, where another statement lets them in.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalaccount
 */
export const accountOnly = (actions: readonly string[], resources: readonly string[], account: string): Statement => ({
  sid: "AccountOnly",
  effect: "Deny",
  principals: "*",
  actions,
  resources,
  conditions: {
    StringNotEquals: { "aws:PrincipalAccount": account },
    // Anonymous requests carry no such key.
    BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
  },
});
