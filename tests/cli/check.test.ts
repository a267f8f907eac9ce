import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { phiward, root } from "./built.ts";
import { clinic, estate, judged, leaky, now, scratchFolder } from "./commands.ts";

const { scratch, at, write } = scratchFolder();

describe("options of check", () => {
  it("reads settings from the folder and above, and lets the command line win", () => {
    const folder = mkdtempSync(join(scratch, "repo-"));
    cpSync(join(root, leaky), join(folder, "plan.json.gz"));
    writeFileSync(join(folder, "phiward.yaml"), "enforce: observe\n");
    const run = (...args: string[]) =>
      phiward(["check", "plan.json.gz", ...now, "--format", "json", ...args], { cwd: folder });
    expect(JSON.parse(run().out)).toMatchObject({
      enforce: "observe",
      outcome: "pass",
      plan: { file: "plan.json.gz" },
    });
    expect(run("--enforce", "all").code).toBe(1);
  });

  it("judges a proposed rule beside the rule in force, whose verdicts stay the same", () => {
    const { proposal, ...withProposal } = judged([leaky, "--profile", "nprm-2025"]);
    expect(withProposal).toEqual(judged([leaky]));
    expect(proposal?.profile).toBe("nprm-2025");
    expect(proposal?.verdicts.length).toBeGreaterThan(0);
  });

  it("blocks where settings require registers that are not there, and only notes it when it observes", () => {
    const settings = write("strict.yaml", "registers: required\n");
    expect(phiward(["check", clinic, "--config", settings])).toEqual({
      code: 1,
      out: "",
      err: `phiward: REGISTERS_MISSING: the settings require registers, and ${at("registers")} does not exist\n`,
    });
    expect(phiward(["check", clinic, "--config", settings, "--enforce", "observe"]).code).toBe(0);
  });

  it("takes stated facts as context, with their owner as basis, until they end", () => {
    const facts = (until: string): string =>
      write(
        `facts-${until}.yaml`,
        `facts:\n  - address: aws_db_instance.records\n    fact: backup\n    state: known\n    days: 35\n    owner: Backup team\n    evidence: central vault\n    until: ${until}\n`,
      );
    const expired = judged([estate, "--context", facts("2026-11-21")]);
    expect(expired.notes.filter(({ code }) => code === "STATEMENT_EXPIRED").map(({ message }) => message)).toEqual([
      `the statement of Backup team on backup of aws_db_instance.records (${at("facts-2026-11-21.yaml")}:2:5) ended on 2026-11-21 and counts no more`,
    ]);
    const holds = judged([estate, "--context", facts("2027-01-31")]);
    expect(holds.context).toEqual([
      { file: at("facts-2027-01-31.yaml"), digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    ]);
  });
});
