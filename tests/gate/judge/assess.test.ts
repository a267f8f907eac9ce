import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../gate/assessment.ts";
import type { ExceptionEntry } from "../../../registers/exceptions.ts";
import type { Items } from "./fixtures.ts";
import { brief, encryption, entry, judge, never, nprm, told } from "./hand-made.ts";

describe("verdicts", () => {
  it("tells the whole of a fail", () => {
    const [verdict] = judge(
      {},
      {
        "aws_s3_bucket.a": {
          facts: {
            encryption: {
              judged: { state: "off" },
              found: "AES256",
              path: "rule[0].sse",
              address: "aws_s3_bucket_x.a",
            },
          },
        },
      },
    ).verdicts;
    expect(verdict).toEqual({
      control: "encryption.at_rest",
      title: "Title of encryption.at_rest",
      address: "aws_s3_bucket.a",
      type: "aws_s3_bucket",
      status: "fail",
      severity: "high",
      supports: ["164.312(a)(2)(iv)"],
      path: "rule[0].sse",
      via: "aws_s3_bucket_x.a",
      found: "AES256",
      expected: "on",
      message:
        "aws_s3_bucket.a: rule[0].sse of aws_s3_bucket_x.a is AES256, expected on [encryption.at_rest, 164.312(a)(2)(iv)]",
      remedy: "switch it on",
      dataClass: "ephi",
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      delta: "introduced",
      blocking: true,
    });
  });

  it("prints the profile's number as expected, and the cause of what is undetermined", () => {
    const messages = judge(
      {},
      {
        "aws_x.short": { facts: { log_retention: { state: "known", days: 30 } } },
        "aws_x.unknown": {
          facts: {
            log_retention: {
              judged: { state: "unknown" },
              found: "known after apply",
              path: "days",
              cause: "variable d",
            },
          },
        },
      },
    ).verdicts.map(({ message }) => message);
    expect(messages).toEqual([
      "aws_x.short: log_retention is known, expected at least 365 days [logging.retention, 164.312(b)]",
      "aws_x.unknown: days is known after apply (variable d), expected at least 365 days [logging.retention, 164.312(b)]",
    ]);
  });

  it("stands worst first: blocking, severity, address, control", () => {
    const assessment = judge(
      { "aws_x.old": encryption("off") },
      {
        "aws_x.old": encryption("off"),
        "aws_x.b": { facts: { access_log: { state: "off" }, encryption: { state: "off" } } },
        "aws_x.a": { facts: { access_log: { state: "off" } } },
        "aws_x.z": { facts: { ingress: { state: "open", ports: [[22, 22]] } } },
      },
      { enforce: "introduced" },
    );
    expect(told(assessment)).toEqual([
      "aws_x.z exposure.ingress fail introduced blocking",
      "aws_x.b encryption.at_rest fail introduced blocking",
      "aws_x.a logging.access fail introduced blocking",
      "aws_x.b logging.access fail introduced blocking",
      "aws_x.old encryption.at_rest fail unchanged",
    ]);
  });

  it("gives the same bytes for the same input, whatever the order of resources", () => {
    const items: Items = {
      "aws_x.b": encryption("off"),
      "aws_x.a": encryption("unknown"),
      "aws_x.c": encryption("on"),
    };
    const turned = Object.fromEntries(Object.entries(items).reverse());
    expect(JSON.stringify(judge({}, turned))).toBe(JSON.stringify(judge({}, items)));
  });
});

describe("enforcement", () => {
  const before: Items = { "aws_x.old": encryption("off"), "aws_x.mended": encryption("off") };
  const after: Items = {
    "aws_x.old": encryption("off"),
    "aws_x.mended": encryption("on"),
    "aws_x.new": encryption("off"),
    "aws_x.doubt": encryption("unknown"),
    "aws_x.public": { ...encryption("unknown"), dataClass: "none" },
  };
  const summary = (assessment: Assessment) => [
    assessment.outcome,
    assessment.verdicts.filter(({ blocking }) => blocking).map(({ address }) => address),
    assessment.counts,
  ];
  const counts = { pass: 1, fail: 2, undetermined: 2, accepted: 0, introduced: 3, fixed: 1, resources: 5, judged: 5 };

  it("blocks on every fail and on doubts where ePHI may be at stake", () => {
    expect(summary(judge(before, after))).toEqual([
      "blocked",
      ["aws_x.doubt", "aws_x.new", "aws_x.old"],
      { ...counts, blocking: 3, tolerated: 0 },
    ]);
  });

  it("blocks only on what the plan brings, and counts what it tolerates", () => {
    expect(summary(judge(before, after, { enforce: "introduced" }))).toEqual([
      "blocked",
      ["aws_x.doubt", "aws_x.new"],
      { ...counts, blocking: 2, tolerated: 1 },
    ]);
  });

  it("blocks on nothing when it only observes", () => {
    expect(summary(judge(before, after, { enforce: "observe" }))).toEqual([
      "pass",
      [],
      { ...counts, blocking: 0, tolerated: 0 },
    ]);
  });
});

describe("citations", () => {
  const statusOf = (assessment: Assessment) =>
    Object.fromEntries(assessment.citations.map(({ citation, status }) => [citation, status]));

  it("are as bad as their worst control and paragraph below", () => {
    expect(
      statusOf(judge({}, { "aws_x.a": { facts: { encryption: { state: "off" }, access_log: { state: "on" } } } })),
    ).toEqual({
      "164.312": "failing",
      "164.312(a)(1)": "failing",
      "164.312(a)(2)(iv)": "failing",
      "164.312(b)": "evidenced",
      "164.314": "boundary",
    });
  });

  it("lack evidence where no control judged anything", () => {
    expect(statusOf(judge({}, {}))).toEqual({
      "164.312": "missing-evidence",
      "164.312(a)(1)": "missing-evidence",
      "164.312(a)(2)(iv)": "missing-evidence",
      "164.312(b)": "missing-evidence",
      "164.314": "boundary",
    });
  });

  it("are accepted by a decision, and go on failing under a remediation", () => {
    const items: Items = { "aws_s3_bucket.a": encryption("off") };
    const under = (kind: ExceptionEntry["kind"]) =>
      judge({}, items, { exceptions: [{ ...entry, kind }] }).citations.find(
        ({ citation }) => citation === "164.312(a)(2)(iv)",
      );
    const controls = [
      { control: "encryption.at_rest", pass: 0, fail: 0, undetermined: 0, accepted: 1 },
      { control: "logging.access", pass: 0, fail: 0, undetermined: 0, accepted: 0 },
    ].slice(0, 1);
    controls.push({ control: "secrets.in_clear", pass: 0, fail: 0, undetermined: 0, accepted: 0 });
    expect(under("addressable-decision")).toEqual({ citation: "164.312(a)(2)(iv)", status: "accepted", controls });
    expect(under("remediation")).toEqual({ citation: "164.312(a)(2)(iv)", status: "failing", controls });
  });
});

describe("a proposed rule", () => {
  it("is judged apart, without addressable decisions, and never changes the verdict of the rule in force", () => {
    const items: Items = { "aws_s3_bucket.a": encryption("off") };
    const inForce = judge({}, items, { exceptions: [entry] });
    const { proposal, ...rest } = judge({}, items, { exceptions: [entry], proposal: nprm ?? never() });
    expect(rest).toEqual(inForce);
    expect(inForce.outcome).toBe("pass");
    expect([proposal?.profile, proposal?.verdicts.map((verdict) => [brief(verdict), verdict.acceptedBy])]).toEqual([
      "nprm-2025",
      [["aws_s3_bucket.a encryption.at_rest fail introduced", undefined]],
    ]);
  });
});

describe("notes", () => {
  const codes = (assessment: Assessment) => assessment.notes.map(({ code }) => code);

  it("say when nothing was judged, and what was left out", () => {
    expect(judge({}, {}, { registersFound: false, exceptionsIgnored: true }).notes).toEqual([
      { code: "NOTHING_JUDGED", message: "the plan holds no managed resource: nothing was judged" },
      { code: "REGISTERS_ABSENT", message: "there is no registers folder: what only registers show is not judged" },
      { code: "EXCEPTIONS_IGNORED", message: "exceptions were left out on request" },
    ]);
  });

  it("group types that nobody judges, those of other providers apart", () => {
    const { notes } = judge(
      {},
      {
        "aws_new.b": { facts: {} },
        "aws_new.a": { facts: {} },
        "random_id.x": { facts: {} },
        "aws_s3_bucket.a": encryption("on"),
      },
    );
    expect(notes).toEqual([
      {
        code: "TYPES_UNKNOWN",
        message: "2 resources of types that this version does not know are not judged: aws_new (2)",
        addresses: ["aws_new.a", "aws_new.b"],
      },
      {
        code: "TYPES_FOREIGN",
        message: "1 resource of other providers than AWS is not judged: random_id",
        addresses: ["random_id.x"],
      },
    ]);
  });

  it("tell what only context would settle, once", () => {
    const lost = { facts: { encryption: { judged: { state: "unknown" }, byAbsence: true } } };
    expect(judge({}, { "aws_s3_bucket.a": lost, "aws_s3_bucket.b": lost }).notes).toEqual([
      {
        code: "CONTEXT_MISSING",
        message:
          "what is undetermined of 2 resources rests on something outside this plan: --context brings other stacks' plans and states",
        addresses: ["aws_s3_bucket.a", "aws_s3_bucket.b"],
      },
    ]);
  });

  it("tell of forgotten resources", () => {
    expect(codes(judge({ "aws_s3_bucket.a": { ...encryption("off"), action: "forget" } }, {}))).toEqual([
      "NOTHING_JUDGED",
      "FORGOTTEN",
    ]);
  });
});
