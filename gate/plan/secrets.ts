// What a secret looks like: by its own shape, by the name it stands under, or by what stands before it in a text.

import { SECRET_PREFIX, SENSITIVE } from "../model/types.ts";

/** Kinds of secret that {@link redactText} and {@link isSecretName} find, as printed in `(secret: <kind>)`. */
export type SecretKind =
  | "aws-access-key-id"
  | "aws-secret-access-key"
  | "private-key"
  | "github-token"
  | "gitlab-token"
  | "slack-token"
  | "stripe-key"
  | "google-api-key"
  | "npm-token"
  | "sendgrid-key"
  | "jwt"
  | "url-password"
  | "named-secret"
  | "sensitive-value";

interface Shape {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
}

/** Secrets that show by their own shape, whatever they are called. */
const SHAPES: readonly Shape[] = [
  {
    kind: "private-key",
    pattern:
      /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g,
  },
  { kind: "aws-access-key-id", pattern: /(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])/g },
  { kind: "github-token", pattern: /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,})/g },
  { kind: "gitlab-token", pattern: /(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,}/g },
  {
    kind: "slack-token",
    pattern:
      /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}|https:\/\/hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/_-]{20,}/g,
  },
  { kind: "stripe-key", pattern: /(?<![A-Za-z0-9])(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9]{24,})/g },
  { kind: "google-api-key", pattern: /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g },
  { kind: "npm-token", pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/g },
  { kind: "sendgrid-key", pattern: /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{32,}/g },
  { kind: "jwt", pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g },
];

/** The one test that most strings fail: only what passes is looked at closely. */
const SUSPECT =
  /A[KS]IA|-----BEGIN|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|hooks\.slack|[sr]k_(?:live|test)_|whsec_|AIza|npm_|SG\.|eyJ|:\/\/[^\s/:@]{0,64}:[^\s@]{1,256}@|pass|pwd|secret|token|api.?key|access.?key|private.?key|credential/i;

/** Words that a secret's name ends with; digits, `_value`, `_string` and `_plaintext` may follow. */
const NAME =
  /(?:^|_)(?:password|passwd|passwort|pwd|passphrase|pass|secret|token|api_?key|access_?key|secret_?key|private_?key|auth_?key|signing_?key|shared_?key|credentials?)(?:_?\d+)?(?:_(?:value|string|plain|plaintext|literal))?$/;
/** Names that end like a secret's and only identify a request or an object. */
const HARMLESS_NAME =
  /(?:^|_)(?:creation|client|client_request|request|idempotency|next|pagination|continuation|change|upload|by)_token$|(?:^|_)(?:(?:no|one|single|bypass|by)_pass)$|^pass$/;

/** Values that stand under such names and say where the secret is, or that there is none. */
const REFERENCE =
  /^(?:arn:|\$|<|\{\{|%|#\{|\/[\w.-]+\/|(?:https?|file|s3|ssm|vault|op|secretsmanager|aws-?sm):|(?:true|false|null|none|nil|undefined|yes|no|on|off|required|optional|enabled|disabled|default|plain(?:text)?|env|managed|iam|aws|string|securestring|password|secret|token)$|-?\d{1,2}$)/i;

const caches = new Map<string, boolean>();

/** Whether a key, variable or attribute of this name holds a secret: `DB_PASSWORD`, `clientSecret`, `auth_token`; not `secret_arn`. */
export function isSecretName(name: string): boolean {
  const known = caches.get(name);
  if (known !== undefined) return known;
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
  const secret = NAME.test(snake) && !HARMLESS_NAME.test(snake);
  // Names come from a plan: a hostile one must not fill the memory.
  if (caches.size < 50_000) caches.set(name, secret);
  return secret;
}

/** Whether a value under a secret's name is the secret itself, not a reference to where it is kept. */
export function isLiteral(value: string): boolean {
  const text = value.trim();
  return text !== "" && !isRedacted(text) && !REFERENCE.test(text);
}

/** Whether the text is only what the reader put in place of something. */
const isRedacted = (text: string): boolean =>
  text === SENSITIVE || (text.startsWith(SECRET_PREFIX) && text.endsWith(")"));

/** What replaces a secret of this kind. */
export const mark = (kind: SecretKind): string => `${SECRET_PREFIX}${kind})`;

/** Kinds of secret that the reader has found in a text it redacted, in order of appearance, each once. */
export function secretKinds(text: string): readonly string[] {
  if (!text.includes(SECRET_PREFIX)) return [];
  const found = [...text.matchAll(/\(secret: ([a-z-]+)\)/g)].map((match) => match[1] ?? "");
  return [...new Set(found)];
}

/** False for nearly every string, and then nothing needs to be done. */
export const isSuspect = (text: string): boolean => text.length >= 6 && SUSPECT.test(text);

/** The text with every secret in it replaced; the same string where there is none. */
export function redactText(text: string): string {
  let out = text;
  for (const { kind, pattern } of SHAPES) out = out.replace(pattern, mark(kind));
  if (out.includes(mark("aws-access-key-id"))) out = redactSecretKeys(out);
  return redactNamed(redactUrls(out));
}

/** AWS secret access keys have no prefix: forty characters of base64 count where an access key id stands beside them. */
export function redactSecretKeys(text: string): string {
  return text.replace(/(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g, (token) =>
    /[a-z]/.test(token) && /[A-Z]/.test(token) && /[0-9/+]/.test(token) ? mark("aws-secret-access-key") : token,
  );
}

function redactUrls(text: string): string {
  return text.replace(
    /(:\/\/[^\s/:@"']{0,64}:)([^\s@"']{1,256})(@)/g,
    (whole, before: string, password: string, at: string) =>
      isLiteral(password) && !password.includes("://") ? `${before}${mark("url-password")}${at}` : whole,
  );
}

/** Marks that the reader made, or anything up to a blank, quote or bracket. */
const VALUE = String.raw`((?:\((?:sensitive|secret: [a-z-]+)\)|[^\s"'\`,;&<>\\|)}\]])+)`;
const QUOTE = String.raw`(\\?["'])?`;
/** `PASSWORD=…`, `password: …`, `"token": "…"`, `--api-key=…` inside a text. */
const ASSIGNED = new RegExp(
  String.raw`(?<![A-Za-z0-9_.-])((?:--?)?[A-Za-z_][A-Za-z0-9_.-]*)(\\?["']?[ \t]*(?:=>?|:)[ \t]*)${QUOTE}${VALUE}`,
  "g",
);
/** `--password …` on a command line. */
const FLAG = new RegExp(String.raw`(?<![A-Za-z0-9_.-])(--[A-Za-z][A-Za-z0-9_.-]*)([ \t]+)${QUOTE}${VALUE}`, "g");

function redactNamed(text: string): string {
  if (!/pass|pwd|secret|token|key|credential/i.test(text)) return text;
  const assigned = text.replace(
    ASSIGNED,
    (whole, name: string, separator: string, quote: string | undefined, value: string, offset: number) => {
      if (!isSecretName(name.replace(/^-+/, "")) || value.length < 3 || !isLiteral(value)) return whole;
      const before = text.slice(Math.max(0, offset - 200), offset);
      // `…:secret:name-AbCdEf` of an ARN and a dynamic reference name a secret, they do not hold it.
      if (/(?:arn:|\{\{resolve:)\S*$/.test(before)) return whole;
      // In prose (`the password: see the wiki`) a colon does not assign: in YAML the name begins its line.
      const prose = separator.includes(":") && !/["']/.test(separator) && quote === undefined;
      if (prose && !/(?:^|[\n\\n{,;-])\s*$/.test(before)) return whole;
      return `${name}${separator}${quote ?? ""}${mark("named-secret")}`;
    },
  );
  return assigned.replace(FLAG, (whole, flag: string, blank: string, quote: string | undefined, value: string) => {
    if (!isSecretFlag(flag) || value.startsWith("-") || !isLiteral(value)) return whole;
    return `${flag}${blank}${quote ?? ""}${mark("named-secret")}`;
  });
}

/** Whether a word of a command line announces a secret as the next word: `--password`. */
export const isSecretFlag = (word: string): boolean => /^--[A-Za-z]/.test(word) && isSecretName(word.slice(2));
