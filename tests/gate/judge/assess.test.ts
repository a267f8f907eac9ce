import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadProfile } from "../../../catalogue/profiles.ts";
import type { Assessment, Verdict } from "../../../gate/assessment.ts";
import { defaultDataClassOptions } from "../../../gate/facts/data-class.ts";
import { type AssessInput, assess } from "../../../gate/judge/assess.ts";
import type { ExceptionEntry } from "../../../registers/exceptions.ts";
import { catalogue, engineOf, type Items, modelOf, worldOf } from "./fixtures.ts";

const clock = new Date("2026-11-22T10:00:00Z");
const hipaa = loadProfile("hipaa");
const nprm = loadProfile("nprm-2025");
if (!hipaa || !nprm) throw new Error("both profiles exist");

function judge(before: Items, after: Items, more: Partial<AssessInput> = {}, kind?: "plan" | "state"): Assessment {
  const [was, is] = [worldOf(before), worldOf(after)];
  return assess({
    version: "0.0.0",
    engine: engineOf().engine,
    catalogue,
    atlas: { aws_s3_bucket: { role: "store", ephi: "holds", facts: {} } },
    model: modelOf(was, is, kind),
    before: was,
    after: is,
    context: [],
    contextNotes: [],
    profile: hipaa ?? never(),
    enforce: "all",
    clock,
    exceptions: [],
    dataClass: defaultDataClassOptions,
    registersFound: true,
    exceptionsIgnored: false,
    ...more,
  });
}
const never = (): never => {
  throw new Error("unreachable");
};

const brief = ({ address, control, status, delta, blocking }: Verdict): string =>
  [address, control, status, delta, ...(blocking ? ["blocking"] : [])].join(" ");
const told = (assessment: Assessment): readonly string[] => assessment.verdicts.map(brief);
const encryption = (state: string) => ({ facts: { encryption: { state } } });

const entry: ExceptionEntry = {
  id: "EX-1",
  control: "encryption.at_rest",
  address: "aws_s3_bucket.a",
  kind: "addressable-decision",
  owner: "Data platform",
  approvedBy: "Security official",
  reason: "the archive is read-only and offline",
  compensating: "the disks are encrypted below",
  until: "2027-03-31",
  place: "exceptions.yaml:2:5",
};

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

describe("delta", () => {
  const cases: readonly (readonly [string, Items, Items, readonly string[]])[] = [
    ["a new resource", {}, { "aws_x.a": encryption("off") }, ["aws_x.a encryption.at_rest fail introduced blocking"]],
    [
      "a safeguard removed",
      { "aws_x.a": encryption("on") },
      { "aws_x.a": encryption("off") },
      ["aws_x.a encryption.at_rest fail introduced blocking"],
    ],
    [
      "an old fault",
      { "aws_x.a": encryption("off") },
      { "aws_x.a": encryption("off") },
      ["aws_x.a encryption.at_rest fail unchanged blocking"],
    ],
    [
      "a doubt that became a fault",
      { "aws_x.a": encryption("unknown") },
      { "aws_x.a": encryption("off") },
      ["aws_x.a encryption.at_rest fail worsened blocking"],
    ],
    [
      "a fault that became a doubt",
      { "aws_x.a": encryption("off") },
      { "aws_x.a": encryption("unknown") },
      ["aws_x.a encryption.at_rest undetermined unchanged blocking"],
    ],
    [
      "a fault mended",
      { "aws_x.a": encryption("off") },
      { "aws_x.a": encryption("on") },
      ["aws_x.a encryption.at_rest fail fixed"],
    ],
    [
      "a faulty resource removed",
      { "aws_x.a": { ...encryption("off"), action: "delete" } },
      {},
      ["aws_x.a encryption.at_rest fail fixed"],
    ],
    ["a sound resource removed", { "aws_x.a": { ...encryption("on"), action: "delete" } }, {}, []],
    ["a doubtful resource removed", { "aws_x.a": { ...encryption("unknown"), action: "delete" } }, {}, []],
    ["a faulty resource forgotten", { "aws_x.a": { ...encryption("off"), action: "forget" } }, {}, []],
    [
      "a faulty resource moved",
      { "aws_x.old": encryption("off") },
      { "aws_x.new": { ...encryption("off"), previousAddress: "aws_x.old" } },
      ["aws_x.new encryption.at_rest fail unchanged blocking"],
    ],
    [
      "two faulty resources that change places, told under their new addresses",
      {
        "aws_x.a": { ...encryption("off"), previousAddress: "aws_x.b" },
        "aws_x.b": { ...encryption("on"), previousAddress: "aws_x.a" },
      },
      {
        "aws_x.a": { ...encryption("off"), previousAddress: "aws_x.b" },
        "aws_x.b": { ...encryption("off"), previousAddress: "aws_x.a" },
      },
      ["aws_x.a encryption.at_rest fail unchanged blocking", "aws_x.b encryption.at_rest fail introduced blocking"],
    ],
    [
      "a fault mended while it moves",
      { "aws_x.old": encryption("off") },
      { "aws_x.new": { ...encryption("on"), previousAddress: "aws_x.old" } },
      ["aws_x.new encryption.at_rest fail fixed"],
    ],
    [
      "a fault whose fact is gone",
      { "aws_x.a": encryption("off") },
      { "aws_x.a": { facts: {} } },
      ["aws_x.a encryption.at_rest fail fixed"],
    ],
    [
      "fewer days",
      { "aws_x.a": { facts: { log_retention: { state: "known", days: 90 } } } },
      { "aws_x.a": { facts: { log_retention: { state: "known", days: 30 } } } },
      ["aws_x.a logging.retention fail worsened blocking"],
    ],
    [
      "more days, still too few",
      { "aws_x.a": { facts: { log_retention: { state: "known", days: 30 } } } },
      { "aws_x.a": { facts: { log_retention: { state: "known", days: 90 } } } },
      ["aws_x.a logging.retention fail unchanged blocking"],
    ],
    [
      "one more port",
      { "aws_x.a": { facts: { ingress: { state: "open", ports: [[22, 22]] } } } },
      { "aws_x.a": { facts: { ingress: { state: "open", ports: [[22, 23]] } } } },
      ["aws_x.a exposure.ingress fail worsened blocking"],
    ],
    [
      "fewer ports",
      { "aws_x.a": { facts: { ingress: { state: "open", ports: [[20, 25]] } } } },
      {
        "aws_x.a": {
          facts: {
            ingress: {
              state: "open",
              ports: [
                [20, 21],
                [23, 25],
              ],
            },
          },
        },
      },
      ["aws_x.a exposure.ingress fail unchanged blocking"],
    ],
    [
      "the same ports in other pieces",
      {
        "aws_x.a": {
          facts: {
            ingress: {
              state: "open",
              ports: [
                [20, 21],
                [22, 25],
              ],
            },
          },
        },
      },
      { "aws_x.a": { facts: { ingress: { state: "open", ports: [[20, 25]] } } } },
      ["aws_x.a exposure.ingress fail unchanged blocking"],
    ],
  ];
  it.each(cases)("tells %s", (_, before, after, expected) => {
    expect(told(judge(before, after))).toEqual(expected);
  });

  it("calls nothing in a state fixed", () => {
    expect(told(judge({ "aws_x.a": encryption("off") }, {}, {}, "state"))).toEqual([]);
  });

  it("says of a fixed fault what it was", () => {
    const [verdict] = judge({ "aws_x.a": encryption("off") }, { "aws_x.a": encryption("on") }).verdicts;
    expect(verdict?.message).toBe("aws_x.a: encryption was off, expected on [encryption.at_rest, 164.312(a)(2)(iv)]");
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

describe("exceptions", () => {
  const items: Items = { "aws_s3_bucket.a": encryption("off"), "aws_s3_bucket.b": encryption("off") };

  it("leave a fail a fail, say who accepted it, and do not block on it", () => {
    const assessment = judge({}, items, { exceptions: [entry] });
    expect(assessment.verdicts.find(({ address }) => address === "aws_s3_bucket.a")).toMatchObject({
      status: "fail",
      blocking: false,
      acceptedBy: {
        id: "EX-1",
        kind: "addressable-decision",
        owner: "Data platform",
        approver: "Security official",
        reason: "the archive is read-only and offline",
        compensating: "the disks are encrypted below",
        until: "2027-03-31",
      },
    });
    expect([assessment.counts.fail, assessment.counts.accepted, assessment.exceptions]).toEqual([1, 1, []]);
  });

  const notices: readonly (readonly [string, Partial<ExceptionEntry>, string, string])[] = [
    ["has expired", { until: "2026-11-21" }, "expired", "exception EX-1 (exceptions.yaml:2:5) expired on 2026-11-21"],
    [
      "runs too long",
      { until: "2028-11-22" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) runs until 2028-11-22, 731 days from now, and may run 365",
    ],
    [
      "mends too slowly",
      { kind: "remediation", until: "2027-11-22" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) runs until 2027-11-22, 365 days from now, and may run 180",
    ],
    [
      "is approved by its owner",
      { owner: "security OFFICIAL " },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) is approved by its owner Security official, and takes somebody else's approval",
    ],
    [
      "is approved by its author",
      { author: "Security official" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) is approved by its author Security official, and takes somebody else's approval",
    ],
    [
      "names no control",
      { control: "encryption.at_test" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) names no control: encryption.at_test (did you mean encryption.at_rest?)",
    ],
    [
      "matches nothing",
      { address: "aws_s3_bucket.c" },
      "unused",
      "exception EX-1 (exceptions.yaml:2:5) matches no fail of encryption.at_rest at aws_s3_bucket.c",
    ],
    [
      "asks for what is never excepted",
      { control: "secrets.in_clear" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) asks for what secrets.in_clear never admits: an exception",
    ],
    [
      "calls required what is addressable",
      { control: "logging.access" },
      "refused",
      "exception EX-1 (exceptions.yaml:2:5) is an addressable decision (164.306(d)(3)), and nothing that logging.access supports is addressable",
    ],
  ];
  it.each(notices)("do not hold where one %s", (_, change, state, message) => {
    const assessment = judge(
      {},
      {
        "aws_s3_bucket.a": {
          facts: { encryption: { state: "off" }, access_log: { state: "off" }, plain_secret: { state: "found" } },
        },
      },
      { exceptions: [{ ...entry, ...change }] },
    );
    expect(assessment.exceptions).toEqual([{ id: "EX-1", state, message }]);
    expect([assessment.counts.accepted, assessment.counts.blocking]).toEqual([0, 3]);
  });

  it("hold through their last day, are announced before, and are named on the fail afterwards", () => {
    const on = (day: string) => {
      const { exceptions, verdicts } = judge(
        {},
        { "aws_s3_bucket.a": encryption("off") },
        { exceptions: [entry], clock: new Date(day) },
      );
      return [
        exceptions.map(({ state }) => state),
        verdicts.map(({ blocking, message }) => [blocking, message.split("; ")[1]]),
      ];
    };
    expect(on("2027-02-27")).toEqual([[], [[false, undefined]]]);
    expect(on("2027-03-01T23:59:59Z")).toEqual([["due"], [[false, undefined]]]);
    expect(on("2027-03-31T23:59:59Z")).toEqual([["due"], [[false, undefined]]]);
    expect(on("2027-04-01")).toEqual([["expired"], [[true, "exception EX-1 expired on 2027-03-31"]]]);
  });

  it("accept only fails: a doubt stays a doubt", () => {
    const assessment = judge({}, { "aws_s3_bucket.a": encryption("unknown") }, { exceptions: [entry] });
    expect([told(assessment), assessment.exceptions.map(({ state }) => state)]).toEqual([
      ["aws_s3_bucket.a encryption.at_rest undetermined introduced blocking"],
      ["unused"],
    ]);
  });

  it("change exactly the findings that they name, for any plan, pattern and control", () => {
    const names = ["a", "b", "ab", "x.y", "a*", "[0]", "$", "("];
    const state = fc.constantFrom("on", "off", "unknown");
    const plan = fc.dictionary(
      fc.constantFrom(...names.map((name) => `aws_s3_bucket.${name}`)),
      fc.record({ encryption: state, access_log: state }),
    );
    const pattern = fc
      .array(fc.constantFrom("aws_s3_bucket.", ...names, "*"), { maxLength: 4 })
      .map((parts) => parts.join(""));
    const control = fc.constantFrom("encryption.at_rest", "logging.access");
    fc.assert(
      fc.property(plan, pattern, control, (facts, address, wanted) => {
        const items: Items = Object.fromEntries(
          Object.entries(facts).map(([name, value]) => [
            name,
            { facts: { encryption: { state: value.encryption }, access_log: { state: value.access_log } } },
          ]),
        );
        const added: ExceptionEntry = { ...entry, address, control: wanted, kind: "alternative-means" };
        const without = judge({}, items);
        const withIt = judge({}, items, { exceptions: [added] });
        // The pattern read by hand: no regular expression, so that the two cannot be wrong alike.
        const named = (verdict: Verdict): boolean =>
          verdict.control === wanted && verdict.status === "fail" && matches(address, verdict.address);
        const key = (verdict: Verdict): string => JSON.stringify(verdict);
        expect(
          withIt.verdicts
            .filter((verdict) => !named(verdict))
            .map(key)
            .sort(),
        ).toEqual(
          without.verdicts
            .filter((verdict) => !named(verdict))
            .map(key)
            .sort(),
        );
        const changed = withIt.verdicts.filter(named);
        expect(changed.every(({ acceptedBy, blocking }) => acceptedBy?.id === "EX-1" && !blocking)).toBe(true);
        expect(changed.length).toBe(without.verdicts.filter(named).length);
        expect(withIt.passed).toEqual(without.passed);
        expect(withIt.counts).toEqual({
          ...without.counts,
          fail: without.counts.fail - changed.length,
          accepted: changed.length,
          blocking: without.counts.blocking - changed.length,
        });
      }),
      { numRuns: 200 },
    );
  });
});

/** Whether a pattern with `*` matches a text. */
function matches(pattern: string, text: string): boolean {
  if (pattern === "") return text === "";
  const rest = pattern.slice(1);
  if (pattern[0] === "*") return matches(rest, text) || (text !== "" && matches(pattern, text.slice(1)));
  return text[0] === pattern[0] && matches(rest, text.slice(1));
}

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
