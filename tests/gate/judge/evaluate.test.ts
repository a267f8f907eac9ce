import { describe, expect, it } from "vitest";
import { PhiwardError } from "../../../gate/error.ts";
import { evaluate } from "../../../gate/judge/evaluate.ts";
import { type Answer, catalogue, engineOf, type Say, sensible, worldOf } from "./fixtures.ts";

const profile = { parameters: { log_retention_days: 365 }, lineage: ["hipaa"] };
const off = worldOf({ "aws_s3_bucket.a": { facts: { encryption: { state: "off" } } } });

/** Message of the engine fault that an engine provokes. */
function faultOf(say: Say, bend?: (answer: Answer, addresses: readonly string[]) => unknown): string {
  try {
    evaluate([off], engineOf(say, bend).engine, catalogue.controls, profile);
  } catch (error) {
    if (error instanceof PhiwardError && error.code === "ENGINE_FAULT" && error.exit === 2)
      return error.message.replace("the policy engine cannot be trusted: ", "");
    throw error;
  }
  return "no fault";
}

/** Changes what the engine says of encryption. */
const bend =
  (change: (said: { applies: unknown; status: Record<string, unknown> }, address: string) => void) =>
  (answer: Answer, addresses: readonly string[]): Answer => {
    const said = answer["encryption.at_rest"];
    if (said) change(said, addresses[0] ?? "");
    return answer;
  };

describe("evaluate", () => {
  it("gives each resource one outcome for each control that applies", () => {
    const world = worldOf({
      "aws_s3_bucket.a": { facts: { encryption: { state: "off" }, access_log: { state: "unknown" } } },
      "aws_s3_bucket.b": { facts: { encryption: { state: "on" } } },
      "aws_s3_bucket.c": { facts: { versioning: { state: "off" } } },
    });
    const [judged] = evaluate([world], engineOf().engine, catalogue.controls, profile);
    const told = [...(judged ?? [])].map(([address, { questions }]) => [
      address,
      questions.flatMap(({ outcomes }) => outcomes.map(({ control, status }) => `${control.id} ${status}`)),
    ]);
    expect(told).toEqual([
      ["aws_s3_bucket.a", ["encryption.at_rest fail", "logging.access undetermined"]],
      ["aws_s3_bucket.b", ["encryption.at_rest pass"]],
      ["aws_s3_bucket.c", []],
    ]);
  });

  it("asks once for all resources that look the same, in both worlds, and once for each when told to", () => {
    const world = worldOf(
      Object.fromEntries(
        Array.from({ length: 1000 }, (_, n) => [
          `aws_s3_bucket.n${n}`,
          { facts: { encryption: { state: n % 2 === 0 ? "on" : "off" } } },
        ]),
      ),
    );
    const shared = engineOf();
    const reused = evaluate(
      [world, worldOf({ "aws_s3_bucket.x": { facts: { encryption: { state: "on" } } } })],
      shared.engine,
      catalogue.controls,
      profile,
    );
    expect(shared.calls).toEqual([{ entrypoint: "gate/encryption", addresses: ["0", "1", "canary"] }]);

    const single = engineOf();
    const apart = evaluate([world], single.engine, catalogue.controls, profile, { reuse: false });
    expect(single.calls.map(({ addresses }) => addresses.length)).toEqual([401, 401, 201]);
    const statuses = (judged: (typeof apart)[number] | undefined) =>
      [...(judged ?? [])].map(([address, { questions }]) => [
        address,
        questions[0]?.outcomes.map(({ status }) => status),
      ]);
    expect(statuses(reused[0])).toEqual(statuses(apart[0]));
  });

  it("leaves to a profile the controls that are its own", () => {
    const world = worldOf({
      "aws_s3_bucket.a": { facts: { encryption: { state: "off" }, access_log: { state: "unknown" } } },
    });
    const controls = catalogue.controls.map((control) =>
      control.id === "encryption.at_rest" ? { ...control, profile: "hygiene" } : control,
    );
    const told = (lineage: readonly string[]) => {
      const { engine, calls } = engineOf();
      const [judged] = evaluate([world], engine, controls, { ...profile, lineage });
      const outcomes = [...(judged?.values() ?? [])].flatMap(({ questions }) =>
        questions.flatMap((one) => one.outcomes),
      );
      return { asked: calls.map(({ entrypoint }) => entrypoint), judged: outcomes.map(({ control }) => control.id) };
    };
    expect(told(["hipaa"])).toEqual({ asked: ["gate/access_log"], judged: ["logging.access"] });
    expect(told(["hygiene", "hipaa"])).toEqual({
      asked: ["gate/encryption", "gate/access_log"],
      judged: ["encryption.at_rest", "logging.access"],
    });
  });

  it("keeps apart what differs only in data class or in a number", () => {
    const { engine, calls } = engineOf();
    const fact = (days: number) => ({ log_retention: { state: "known", days } });
    const world = worldOf({
      "aws_cloudwatch_log_group.a": { facts: fact(30) },
      "aws_cloudwatch_log_group.b": { facts: fact(30), dataClass: "none" },
      "aws_cloudwatch_log_group.c": { facts: fact(400) },
      "aws_cloudwatch_log_group.d": { facts: fact(400) },
    });
    evaluate([world], engine, catalogue.controls, profile);
    expect(calls).toEqual([{ entrypoint: "gate/log_retention", addresses: ["0", "1", "2", "canary"] }]);
  });

  it("lets a rule say what was found and expected", () => {
    const said: Say = (judged, address) =>
      address === "canary" ? "fail" : { status: sensible(judged, address), found: "nothing", expected: "something" };
    const [judged] = evaluate([off], engineOf(said).engine, catalogue.controls, profile);
    const [outcome] = judged?.get("aws_s3_bucket.a")?.questions[0]?.outcomes ?? [];
    expect(outcome && { ...outcome, control: outcome.control.id }).toEqual({
      control: "encryption.at_rest",
      status: "fail",
      found: "nothing",
      expected: "something",
    });
  });
});

describe("engine faults", () => {
  it.each<[string, Say, ReturnType<typeof bend> | undefined, string]>([
    [
      "a verdict that is missing",
      sensible,
      bend(({ status }, address) => {
        delete status[address];
      }),
      "encryption.at_rest gives no verdict for 0",
    ],
    [
      "a verdict out of scope",
      sensible,
      bend((said, address) => {
        said.applies = ["canary"].filter((other) => other !== address);
      }),
      "encryption.at_rest gives a verdict for 0, which it does not apply to",
    ],
    [
      "two verdicts",
      sensible,
      bend(({ status }, address) => {
        status[address] = ["pass", "fail"];
      }),
      'encryption.at_rest gives 0 the status ["pass","fail"]',
    ],
    [
      "an unknown status",
      sensible,
      bend(({ status }, address) => {
        status[address] = "passed";
      }),
      'encryption.at_rest gives 0 the status "passed"',
    ],
    [
      "an unknown status in an object",
      sensible,
      bend(({ status }, address) => {
        status[address] = { status: "ok" };
      }),
      'encryption.at_rest gives 0 the status {"status":"ok"}',
    ],
    [
      "a field that nobody knows",
      sensible,
      bend(({ status }, address) => {
        status[address] = { status: "fail", severity: "low" };
      }),
      "encryption.at_rest gives 0 an unknown field severity",
    ],
    [
      "found that is no text",
      sensible,
      bend(({ status }, address) => {
        status[address] = { status: "fail", found: 3 };
      }),
      "encryption.at_rest gives 0 a found that is no text: 3",
    ],
    [
      "a resource named twice",
      sensible,
      bend((said, address) => {
        said.applies = ["canary", address, address];
      }),
      "encryption.at_rest names a resource twice in applies",
    ],
    [
      "a resource that nobody asked about",
      sensible,
      bend((said) => {
        said.applies = ["canary", "0", "9"];
      }),
      "encryption.at_rest applies to 9, which nobody asked about",
    ],
    [
      "applies that is no list",
      sensible,
      bend((said) => {
        said.applies = {};
      }),
      "encryption.at_rest answers without applies and status",
    ],
    [
      "a policy that passes everything",
      () => "pass",
      undefined,
      "gate/encryption passes a resource that is as bad as can be",
    ],
    [
      "a policy that applies to nothing",
      () => undefined,
      undefined,
      "gate/encryption passes a resource that is as bad as can be",
    ],
    ["a control that is silent", sensible, () => ({}), "gate/encryption does not answer for encryption.at_rest"],
    [
      "a control that the catalogue lacks",
      sensible,
      (answer) => ({ ...answer, "x.y": { applies: [], status: {} } }),
      "gate/encryption answers for x.y, a control that the catalogue does not list",
    ],
  ])("refuses %s", (_, say, spoil, message) => {
    expect(faultOf(say, spoil)).toBe(message);
  });

  it("refuses an answer that is no object", () => {
    expect(faultOf(sensible, () => [])).toBe("gate/encryption answered with something other than an object");
  });

  it("refuses a bundle without the entrypoint of a fact", () => {
    const { engine } = engineOf();
    expect(() => evaluate([off], { ...engine, entrypoints: new Set() }, catalogue.controls, profile)).toThrow(
      "the policy bundle has no entrypoint gate/encryption",
    );
  });
});
