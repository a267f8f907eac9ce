// Words for less: what a provider or a service calls the weaker of its choices. Chosen from the services' own words, not from what
// facts or controls read.

/** Each word and those that promise less. */
const WEAKER: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^Enabled$/, ["Disabled", "Suspended"]],
  [/^ENABLED$/, ["DISABLED"]],
  [/^enabled?$/, ["disabled"]],
  [/^(on|yes)$/, ["off"]],
  [/^true$/, ["false"]],
  [/^(required|Required)$/, ["optional"]],
  [/^aws:kms(:dsse)?$/, ["AES256"]],
  [/^KMS$/, ["AES256", "NONE"]],
  [/^(COMPLIANCE|compliance)$/, ["GOVERNANCE"]],
  [/^BucketOwner(Enforced|Preferred)$/, ["ObjectWriter"]],
  [/TLS[-_]?v?1[-_.]?[23]/i, ["TLSv1", "TLS-1-0-2015-04"]],
  [/^HTTPS$/, ["HTTP"]],
  [/^https/, ["http"]],
  [/^IMMUTABLE$/, ["MUTABLE"]],
  [/^(ALL|All|all)$/, ["NONE", "REJECT"]],
  [/^(private|PRIVATE|Private)$/, ["public-read"]],
  [/^CUSTOMER_(MANAGED_)?KEY$|^CUSTOMER_MANAGED_KMS_KEY$/, ["AWS_OWNED_KMS_KEY"]],
  [/^SNAPSHOT|CONTINUOUS$/, ["OTHER"]],
  [/^(ephi|ephi-derived)$/, ["none"]],
  [/^(rate|cron)\(/, ["rate(365 days)"]],
  [/^P(T)?\d/, ["P365D"]],
];

/** Words that promise less than this one. */
export const weakerWords = (word: string): readonly string[] =>
  WEAKER.find(([pattern]) => pattern.test(word))?.[1].filter((other) => other !== word) ?? [];

/** Names of arguments that may hold a safeguard: what could be set for the worse where nobody sets it. */
export const SAFEGUARD_NAME =
  /encrypt|kms|key_(id|arn)|_key$|ssl|tls|https|protocol|public|acl$|access|polic|logg|logs?(_|$)|audit|monitor|insight|retention|retain|backup|snapshot|recover|delet|destroy|protect|version|lock|rotat|auth|password|iam|cidr|principal|cross|replica|force|skip|bypass|expir|lifecycle|ttl|valid|block|grant|website|cors|ingress|egress|enabled?$|disabled?$/i;

/** The text that an argument of this name is set to where nobody set it. */
export function worstText(name: string): string {
  if (/cidr/.test(name)) return "0.0.0.0/0";
  if (/polic(y|ies)$/.test(name) && !/name|tls|ssl|arn/.test(name)) return OPEN_POLICY;
  if (/kms|key/.test(name)) return "alias/aws/s3";
  if (/acl$/.test(name)) return "public-read";
  if (/tls|ssl|security_policy|protocol/.test(name)) return "TLSv1";
  return "DISABLED";
}

/** Everything to everybody. */
const OPEN_POLICY = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Sid: "Everybody", Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});
