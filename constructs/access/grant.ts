// What a store lets one role do with it: least privilege by calls with names, 164.312(a)(1), 164.308(a)(4)(ii)(B).

import type { Statement } from "../internal/policy.ts";
import type { PhiKey } from "../keys/phi-key.ts";
import type { PhiConstruct } from "../stack/phi-construct.ts";

/** Whoever has a role of their own: a {@link PhiFunction}, or your construct around a role. */
export interface Grantee {
  /**
   * Adds statements to the policy of the role.
   *
   * @param id tells grants of one role apart: `ReadDocuments`
   */
  grant(id: string, statements: readonly Statement[]): void;
}

/** What a store gives away. */
export interface Grant {
  /** `Read`, `Write`: begins the grant's id and its statements' names. */
  readonly verb: string;
  /** Prefix of the service's actions and endpoint: `s3`. */
  readonly service: string;
  /** Actions without the service, by the resources that they name. */
  readonly actions: readonly (readonly [resources: readonly string[], actions: readonly string[]])[];
  /** What the service does with the key on behalf of the role. */
  readonly keyActions: readonly ("Decrypt" | "GenerateDataKey")[];
}

/** Gives a role some actions on a store, and the use of its key through the store's service alone. */
export function grant(to: Grantee, store: PhiConstruct & { readonly key: PhiKey }, given: Grant): void {
  const { verb, service, actions, keyActions } = given;
  const word = store.node.scopes
    .slice(2)
    .map(({ node }) => node.id.replace(/[^A-Za-z0-9]/g, ""))
    .join("");
  to.grant(`${verb}${word}`, [
    ...actions.map(([resources, names], index) => ({
      sid: index === 0 ? verb : `${verb}${index}`,
      actions: names.map((name) => `${service}:${name}`),
      resources,
    })),
    ...(keyActions.length === 0
      ? []
      : [
          {
            sid: `${verb}Key`,
            actions: keyActions.map((name) => `kms:${name}`),
            resources: [store.key.arn],
            conditions: { StringEquals: { "kms:ViaService": `${service}.${store.site.region}.amazonaws.com` } },
          },
        ]),
  ]);
}
