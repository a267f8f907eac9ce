import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderJson } from "../../report/json.ts";
import { renderNdjson } from "../../report/ndjson.ts";
import { hostileAssessment } from "./hostile.ts";
import { assessment, clinic, exception, leaky, options, verdict } from "./sample.ts";

/** The same value with every object's keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reversed(child)]),
  );
}

const one = assessment([
  verdict("logging.access", "aws_s3_bucket.a", { acceptedBy: exception, location: { file: "main.tf", line: 2 } }),
]);

describe("json", () => {
  it("prints one assessment as an object, keys in the order of the schema", () => {
    const sample = { ...one, citations: [], scope: [] };
    expect(renderJson([sample], options)).toMatchInlineSnapshot(`
      "{"schema":"phiward/assessment/1","tool":{"name":"phiward","version":"0.1.0"},"bundle":{"digest":"sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"},"clock":"2026-11-22T12:00:00Z","profile":{"id":"hipaa","title":"HIPAA Security Rule","inForce":true},"enforce":"all","outcome":"blocked","plan":{"file":"plans/portal.plan.json","kind":"plan","digest":"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","formatVersion":"1.2","terraformVersion":"1.11.4","complete":true},"context":[],"counts":{"pass":0,"fail":0,"undetermined":0,"accepted":1,"introduced":1,"fixed":0,"blocking":1,"tolerated":0,"resources":5,"judged":1},"verdicts":[{"control":"logging.access","title":"Access to each store is logged","address":"aws_s3_bucket.a","type":"aws_s3_bucket","status":"fail","delta":"introduced","severity":"medium","supports":["164.312(b)"],"path":"storage_encrypted","found":"false","expected":"access logging on","message":"aws_s3_bucket.a: storage_encrypted is false, expected access logging on [logging.access, 164.312(b)]","remedy":"add an aws_s3_bucket_logging that writes to a log bucket","dataClass":"ephi","blocking":true,"fingerprint":"1fa09fee1fa09fee1fa09fee1fa09fee1fa09fee1fa09fee1fa09fee1fa09fee","location":{"file":"main.tf","line":2},"acceptedBy":{"id":"EX-7","kind":"addressable-decision","owner":"platform team","approver":"security official","reason":"the archive moves to the new account in January","compensating":"the archive is reachable from the audit role alone","until":"2027-01-31"}}],"passed":[],"citations":[],"exceptions":[],"scope":[],"notes":[]}
      "
    `);
  });

  it("gives the same bytes whatever the order of the keys", () => {
    const other = reversed(leaky);
    expect(Object.keys(Object(other))[0]).not.toBe(Object.keys(leaky)[0]);
    expect(renderJson([Object(other)], options)).toBe(renderJson([leaky], options));
  });

  it("prints several as an array, and none as an empty one", () => {
    expect(JSON.parse(renderJson([leaky, clinic], options))).toEqual([leaky, clinic]);
    expect(JSON.parse(renderJson([], options))).toEqual([]);
  });

  it("loses nothing and prints nothing that a terminal acts upon", () => {
    fc.assert(
      fc.property(hostileAssessment(3), (sample) => {
        const text = renderJson([sample], options);
        expect(JSON.parse(text)).toEqual(sample);
        expect(text.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});

describe("ndjson", () => {
  it("prints one assessment a line", () => {
    const lines = renderNdjson([leaky, clinic], options).split("\n");
    expect(lines.slice(0, 2).map((line) => JSON.parse(line))).toEqual([leaky, clinic]);
    expect(lines.slice(2)).toEqual([""]);
  });

  it("prints nothing for none", () => {
    expect(renderNdjson([], options)).toBe("");
  });

  it("keeps to its line whatever the names are", () => {
    fc.assert(
      fc.property(hostileAssessment(3), (sample) => {
        const lines = renderNdjson([sample, sample], options).split(/\r\n|[\n\r\u2028\u2029\u0085]/);
        expect(lines.length).toBe(3);
      }),
    );
  });
});
