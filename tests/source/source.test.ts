import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "../../catalogue/load.ts";
import type { Assessment, Verdict } from "../../gate/assessment.ts";
import { check, type GateOptions } from "../../gate/check.ts";
import { PhiwardError } from "../../gate/error.ts";
import { sourceHints } from "../../gate/source/hints.ts";
import { assessmentSchema } from "../../report/assessment-schema.ts";
import { renderers } from "../../report/select.ts";
import { ensureBuilt, phiward } from "../cli/built.ts";
import { changed, clean, now, plan, source, written } from "./synthesis.ts";

afterAll(clean);

const judge = (options: GateOptions = {}): Promise<Assessment> => check({ plan, source, now, ...options });

async function errorOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof PhiwardError) return `${error.code} ${error.exit} ${error.message}`;
    throw error;
  }
  return "no error";
}

function verdictOf({ verdicts }: Assessment, control: string, address: string): Verdict {
  const found = verdicts.find((verdict) => verdict.control === control && verdict.address === address);
  if (!found) throw new Error(`no verdict of ${control} on ${address}`);
  return found;
}

describe("a resource that a construct made", () => {
  it("is found at the line of the program, and by its construct; others at their block", async () => {
    const found = (await judge()).verdicts.filter(
      ({ control }) => control === "logging.access" || control === "encryption.at_rest",
    );
    const places = new Map(found.map(({ address, location, construct }) => [address, { location, construct }]));
    const program = { file: "tests/source/portal.ts", line: 40, column: 23 };
    const construct = "portal/Documents/Resource";
    expect(Object.fromEntries(places)).toEqual({
      "aws_s3_bucket.documents[0]": { location: program, construct },
      "aws_s3_bucket.documents[1]": { location: program, construct },
      "aws_s3_bucket.documents2": { location: { file: "cdk.tf.json", line: 74 }, construct: "portal/documents2" },
      "aws_sqs_queue.outbox": { location: { file: "cdk.tf.json", line: 106 }, construct: "portal/Outbox/Resource" },
    });
  });

  it("is known by its block alone without the source", async () => {
    const { verdicts, claims } = await check({ plan, now });
    expect(verdicts.some(({ location, construct }) => location !== undefined || construct !== undefined)).toBe(false);
    expect([verdicts.length > 0, claims]).toEqual([true, undefined]);
  });

  it("is shown there in every format", async () => {
    const assessment = await judge();
    expect(assessmentSchema.safeParse(assessment).success).toBe(true);
    const { controls: catalogue, safeguards } = loadCatalogue();
    for (const format of ["terminal", "markdown", "html", "junit"] as const)
      expect(renderers[format]([assessment], { catalogue, safeguards }), format).toContain(
        "tests/source/portal.ts:40:23",
      );
    const log: { runs: { results: { ruleId: string; properties: { address: string }; locations: unknown }[] }[] } =
      JSON.parse(
        renderers.sarif([assessment], { catalogue, safeguards, sourceRoot: "out/portal", programRoot: "infra" }),
      );
    const locations = (address: string): unknown =>
      log.runs[0]?.results.find(
        ({ ruleId, properties }) => ruleId === "logging.access" && properties.address === address,
      )?.locations;
    const [address, construct] = ["aws_s3_bucket.documents[0]", "portal/Documents/Resource"];
    expect(locations(address)).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "infra/tests/source/portal.ts" },
          region: { startLine: 40, startColumn: 23 },
        },
        logicalLocations: [
          { name: address, fullyQualifiedName: address, kind: "resource" },
          { name: construct, fullyQualifiedName: construct, kind: "construct" },
        ],
      },
    ]);
    expect(locations("aws_s3_bucket.documents2")).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: "out/portal/cdk.tf.json" }, region: { startLine: 74 } } },
    ]);
  });

  it.each([
    "/etc/passwd",
    "../../other/main.ts",
    "src/../../main.ts",
    "./main.ts",
    "src//main.ts",
    "C:/Users/main.ts",
    "https://example.com/main.ts",
    "src\\main.ts",
    "main.ts\u001b[31m",
    "main.ts\nforged: line",
    "txt.\u202est",
    "main.ts\u2028",
  ])("is found at its block where the file named is no path below the synthesis: %j", async (file) => {
    const hints = await sourceHints(changed(written("aws_s3_bucket", "documents", "createdAt", "file"), file));
    const block = { module: "", mode: "managed", type: "aws_s3_bucket", name: "documents" } as const;
    expect([hints.trace(block)?.createdAt, hints.location(block)]).toEqual([
      undefined,
      { file: "cdk.tf.json", line: expect.any(Number) },
    ]);
  });
});

describe("what a construct writes in another shape", () => {
  it.each([
    ["a line that is none", ["createdAt", "line"], 0, "createdAt.line: found 0, expected at least 1"],
    ["text for a column", ["createdAt", "column"], "5", 'createdAt.column: found "5", expected a number'],
    ["half a line", ["createdAt", "line"], 1.5, "createdAt.line: found 1.5, expected a whole number"],
    ["no file", ["createdAt", "file"], undefined, "createdAt.file: found nothing, expected text"],
    ["one claim for a list", ["claims"], "logging.access", 'claims: found "logging.access", expected a list'],
    ["an empty claim", ["claims", 0], "", 'claims.0: found "", expected some text'],
    [
      "a key that nobody knows",
      ["waive"],
      true,
      'found the key "waive", expected only construct, createdAt, claims, exceptions',
    ],
    [
      "an unknown key of a place",
      ["createdAt", "url"],
      "x",
      'createdAt: found the key "url", expected only file, line, column',
    ],
  ])("is refused: %s", async (_, path, value, message) => {
    const folder = changed(written("aws_s3_bucket", "documents", ...path), value);
    const where = message.startsWith("found") ? `: ${message}` : `.${message}`;
    expect(await errorOf(() => sourceHints(folder))).toBe(
      `SOURCE_UNREADABLE 2 cdk.tf.json: aws_s3_bucket.documents.//.phiward${where}`,
    );
  });

  it("is refused where it is no map, and cut where it is long", async () => {
    const folder = changed(["resource", "aws_s3_bucket", "documents", "//", "phiward"], ["x".repeat(200)]);
    expect(await errorOf(() => sourceHints(folder))).toBe(
      `SOURCE_UNREADABLE 2 cdk.tf.json: aws_s3_bucket.documents.//.phiward: found ["${"x".repeat(78)}…, expected a map`,
    );
  });

  it("is nobody's business where the comment is not ours", async () => {
    for (const comment of ["a comment", ["a", "b"], { metadata: "none" }, { note: { phiward: 1 } }]) {
      const hints = await sourceHints(changed(["resource", "aws_s3_bucket", "documents", "//"], comment));
      expect(hints.traces.map(({ address }) => address)).not.toContain("aws_s3_bucket.documents");
    }
  });
});

describe("an exception that a construct writes", () => {
  const accepted = {
    id: "portal/Documents#logging.access",
    kind: "alternative-means",
    owner: "portal-team",
    approver: "security-official",
    reason: "Reads are logged by the gateway in front of it.",
    compensating: "access log of the gateway",
    until: "2026-12-31",
    place: "tests/source/portal.ts:40:23",
  };

  it("accepts the fail of each instance of its resource and of no other, and says where it stands", async () => {
    const { verdicts } = await judge();
    const logged = verdicts
      .filter(({ control }) => control === "logging.access")
      .map(({ address, status, blocking, acceptedBy }) => ({ address, status, blocking, acceptedBy }))
      .sort((a, b) => (a.address < b.address ? -1 : 1));
    expect(logged).toEqual([
      { address: "aws_s3_bucket.documents2", status: "fail", blocking: true, acceptedBy: undefined },
      { address: "aws_s3_bucket.documents[0]", status: "fail", blocking: false, acceptedBy: accepted },
      { address: "aws_s3_bucket.documents[1]", status: "fail", blocking: false, acceptedBy: accepted },
    ]);
  });

  it("is refused as one of the register is, where its control admits none or another kind", async () => {
    const assessment = await judge();
    expect(assessment.exceptions).toEqual([
      {
        id: "portal/Outbox#encryption.at_rest",
        state: "refused",
        message:
          "exception portal/Outbox#encryption.at_rest (cdk.tf.json:106) is of the kind alternative-means, and encryption.at_rest admits addressable-decision or remediation",
        place: "cdk.tf.json:106",
      },
      {
        id: "portal/Outbox#exposure.public_policy",
        state: "refused",
        message:
          "exception portal/Outbox#exposure.public_policy (cdk.tf.json:106) asks for what exposure.public_policy never admits: an exception",
        place: "cdk.tf.json:106",
      },
    ]);
    expect(verdictOf(assessment, "encryption.at_rest", "aws_sqs_queue.outbox").blocking).toBe(true);
  });

  it("ends on its day and is unused where nothing fails, as one of the register", async () => {
    const late = await judge({ now: new Date("2027-01-01T00:00:00Z") });
    expect(verdictOf(late, "logging.access", "aws_s3_bucket.documents[0]").blocking).toBe(true);
    expect(late.exceptions[0]).toEqual({
      id: accepted.id,
      state: "expired",
      message: `exception ${accepted.id} (${accepted.place}) expired on 2026-12-31`,
      place: accepted.place,
    });
    const control = written("aws_s3_bucket", "documents", "exceptions", 0, "control");
    const other = await judge({ source: changed(control, "logging.retention") });
    expect(other.exceptions[0]).toEqual({
      id: accepted.id,
      state: "unused",
      message: `exception ${accepted.id} (${accepted.place}) matches no fail of logging.retention at aws_s3_bucket.documents`,
      place: accepted.place,
    });
  });

  it("counts for nothing on request, even malformed", async () => {
    const folder = changed(written("aws_s3_bucket", "documents", "exceptions", 0, "owner"), 7);
    const { counts, exceptions, notes } = await judge({ source: folder, ignoreExceptions: true });
    expect({ accepted: counts.accepted, exceptions, said: notes.map(({ code }) => code) }).toMatchObject({
      accepted: 0,
      exceptions: [],
      said: expect.arrayContaining(["EXCEPTIONS_IGNORED"]),
    });
  });

  const malformed = "EXCEPTIONS_INVALID 2 tests/source/portal.ts:40:23: exceptions[0] of aws_s3_bucket.documents: ";
  it.each([
    ["no owner", "owner", undefined, "owner: is missing"],
    ["an empty reason", "reason", " ", "reason: too small: expected string to have >=1 characters"],
    ["an address", "address", "*", 'unknown key "address"'],
    ["a day that does not exist", "until", "2026-02-30", "until: invalid ISO date"],
    [
      "nothing in its stead",
      "compensating",
      undefined,
      "an exception names a compensating measure or evidence: add compensating or evidence",
    ],
  ])("is refused in the register's words, with its place: %s", async (_, key, value, message) => {
    const folder = changed(written("aws_s3_bucket", "documents", "exceptions", 0, key), value);
    expect(await errorOf(() => judge({ source: folder }))).toBe(`${malformed}${message}`);
  });

  it("stands once though a construct writes it beside several resources, and differs from all others by its id", async () => {
    const [own, ids] = [written("aws_s3_bucket", "documents", "exceptions"), ["aws_s3_bucket", "documents2"] as const];
    const { traces } = await sourceHints(source);
    const same = traces.find(({ address }) => address === "aws_s3_bucket.documents")?.trace.exceptions;
    const twice = changed(["resource", ...ids, "//", "phiward"], { construct: "PhiBucket", exceptions: same });
    const { counts, exceptions } = await judge({ source: twice });
    expect([counts.accepted, exceptions.map(({ id }) => id)]).toEqual([
      3,
      ["portal/Outbox#encryption.at_rest", "portal/Outbox#exposure.public_policy"],
    ]);
    const clash = changed([...own, 0, "id"], "portal/Outbox#encryption.at_rest");
    expect(await errorOf(() => judge({ source: clash }))).toBe(
      "EXCEPTIONS_INVALID 2 cdk.tf.json:105: the id portal/Outbox#encryption.at_rest of an exception of aws_sqs_queue.outbox is taken by the entry at tests/source/portal.ts:40:23",
    );
  });

  it("does not take an id of the register", async () => {
    const folder = mkdtempSync(join(tmpdir(), "phiward-register-"));
    const register = join(folder, "exceptions.yaml");
    const { place: _, approver: approvedBy, ...rest } = accepted;
    const entry = { ...rest, approvedBy, control: "logging.access", address: "aws_s3_bucket.documents2" };
    writeFileSync(register, JSON.stringify({ exceptions: [entry] }));
    const error = await errorOf(() => judge({ exceptions: register }));
    rmSync(folder, { recursive: true });
    expect(error).toBe(
      `EXCEPTIONS_INVALID 2 tests/source/portal.ts:40:23: the id ${accepted.id} of an exception of aws_s3_bucket.documents is taken by the entry at ${register}:1:16`,
    );
  });
});

describe("the claims of constructs", () => {
  it("are proven by a pass; what nobody judged is said, and what fails is a fail", async () => {
    const { claims, notes, verdicts } = await judge();
    // Two controls on two buckets, three on a queue, one on the queue that breaks it: the buckets' logging is an accepted fail.
    expect(claims).toEqual({ made: 8, proven: 3 });
    expect(notes.filter(({ code }) => code === "CLAIM_UNPROVEN")).toEqual([
      {
        code: "CLAIM_UNPROVEN",
        message:
          "a construct claims backup.retention of 1 resource, and nothing proves it: the control did not judge it there",
        addresses: ["aws_sqs_queue.intake"],
      },
      {
        code: "CLAIM_UNPROVEN",
        message:
          "a construct claims encryption.at_rst of 1 resource, and nothing proves it: there is no such control (did you mean encryption.at_rest?)",
        addresses: ["aws_sqs_queue.intake"],
      },
    ]);
    expect(verdicts.filter(({ control }) => control === "encryption.at_rest").map(({ address }) => address)).toEqual([
      "aws_sqs_queue.outbox",
    ]);
  });

  it("close the terminal's summary", async () => {
    const { controls: catalogue, safeguards } = loadCatalogue();
    const assessment = await judge();
    const end = (claims: Assessment["claims"]): string | undefined =>
      renderers
        .terminal([{ ...assessment, ...(claims && { claims }) }], { catalogue, safeguards })
        .trimEnd()
        .split("; ")
        .at(-1);
    expect([undefined, { made: 8, proven: 8 }, { made: 1, proven: 0 }].map(end)).toEqual([
      "8 claims of constructs, 3 proven",
      "8 claims of constructs, all proven",
      "1 claim of constructs, none proven",
    ]);
  });
});

describe("SARIF of a project that is synthesised in a folder of its repository", () => {
  beforeAll(ensureBuilt);
  it("names the program's file from the repository's root", () => {
    const repository = mkdtempSync(join(tmpdir(), "phiward-repository-"));
    const project = join(repository, "infra");
    mkdirSync(join(repository, ".git"));
    mkdirSync(project);
    writeFileSync(join(project, "main.ts"), "");
    const stack = join(project, "cdktf.out", "stacks", "portal");
    changed(written("aws_s3_bucket", "documents", "createdAt", "file"), "main.ts", stack);
    const args = ["check", join(process.cwd(), plan), "--source", stack, "--now", "2026-06-01", "--format", "sarif"];
    const uris = [repository, project].map((cwd) => {
      const log: {
        runs: [{ results: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }[] }];
      } = JSON.parse(phiward(args, { cwd }).out);
      return [
        ...new Set(log.runs[0].results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri)),
      ];
    });
    rmSync(repository, { recursive: true });
    const expected = ["infra/cdktf.out/stacks/portal/cdk.tf.json", "infra/main.ts", "infra/tests/source/portal.ts"];
    expect(uris.map((list) => list.sort())).toEqual([expected, expected]);
  });
});
