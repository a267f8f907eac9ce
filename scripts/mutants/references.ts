// Mutants of references: a wrong key, another resource of the plan, something of another account.

import type { Value } from "../../gate/model/types.ts";
import { type Body, isBody, isList, isTemplate, referencesIn, resourceOf } from "./body.ts";
import type { Change } from "./mutant.ts";
import type { Part, Recording } from "./recording.ts";

type Path = readonly (string | number)[];

const STRANGER = "999999999999";
const STRANGE_KEY = `arn:aws:kms:us-east-1:${STRANGER}:key/11111111-2222-3333-4444-555555555555`;
/** Which alias stands for a key of AWS does not matter: all are managed by AWS. */
const AWS_MANAGED = "alias/aws/s3";

/** Changes of every reference that a part's body holds. `near` are the parts that the mutant's plan keeps. */
export function referenceChanges(recording: Recording, part: Part, near: ReadonlySet<string>): readonly Change[] {
  return templatesIn(part.body, []).flatMap(([path, text]) => {
    const [reference] = referencesIn(text);
    const [target] = reference === undefined ? [] : resourceOf(reference);
    if (reference === undefined || target === undefined) return [];
    const known = recording.parts.get(target);
    if (!known || target.startsWith("data.")) return [];
    const attribute = reference.slice(target.length + 1);
    const kind = known.type === "aws_kms_key" ? "wrong-key" : "elsewhere";
    const to = (detail: string, value: string): Change => ({ kind, path, detail, value });
    const other = otherOf(recording, known, near);
    const others = other ? [to(`another ${known.type}`, text.replaceAll(target, other))] : [];
    const literal = (value: string): string => text.replaceAll(`\${${reference}}`, value);
    if (known.type === "aws_kms_key")
      return [
        ...others,
        to("a key of AWS", literal(AWS_MANAGED)),
        to("a key of another account", literal(STRANGE_KEY)),
      ];
    const foreign = /arn$/.test(attribute) ? `arn:aws:service:us-east-1:${STRANGER}:other` : "other";
    return [...others, to("outside the plan", literal(foreign))];
  });
}

/** Another part of the type, of another construct where there is one. */
function otherOf(recording: Recording, { address, type, group }: Part, near: ReadonlySet<string>): string | undefined {
  const others = [...recording.parts.values()].filter(
    (one) => one.type === type && one.address !== address && near.has(one.address),
  );
  return (others.find((one) => one.group !== group) ?? others[0])?.address;
}

function templatesIn(value: Value, path: Path): readonly (readonly [Path, string])[] {
  if (isTemplate(value)) return [[path, value]];
  // One element stands for its equals.
  if (isList(value))
    return value.flatMap((one, index) => (isBody(one) || index === 0 ? templatesIn(one, [...path, index]) : []));
  return isBody(value) ? Object.entries(value).flatMap(([name, one]) => templatesIn(one, [...path, name])) : [];
}

/** Bodies of a part without what refers to one of the addresses; undefined where Terraform requires it. */
export function withoutReferences(part: Part, gone: ReadonlySet<string>): Body | undefined {
  const refers = (value: Value): boolean =>
    referencesIn(value)
      .flatMap(resourceOf)
      .some((one) => gone.has(one));
  const strip = (body: Body, schema: Part["schema"]): Body | undefined => {
    const members: [string, Value][] = [];
    for (const [name, value] of Object.entries(body)) {
      if (!refers(value)) {
        members.push([name, value]);
        continue;
      }
      const nested = schema.blocks[name];
      if (nested) {
        const kept = (isList(value) ? value : [value]).flatMap((one) =>
          isBody(one) ? (strip(one, nested.block) ?? []) : [],
        );
        if (kept.length < (nested.min ?? 0)) return undefined;
        const [only] = kept;
        if (isList(value)) members.push([name, kept]);
        else if (only) members.push([name, only]);
        continue;
      }
      const rest = isList(value) ? value.filter((one) => !refers(one)) : [];
      if (rest.length > 0) members.push([name, rest]);
      else if (schema.attributes[name]?.required === true) return undefined;
    }
    return Object.fromEntries(members);
  };
  return strip(part.body, part.schema);
}
