import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { phiward, root } from "./built.ts";
import { clinic, leaky, now, scratchFolder } from "./commands.ts";

const { at } = scratchFolder();

describe("other commands", () => {
  it("list the controls as data", () => {
    const { code, out } = phiward(["controls", "--format", "json"]);
    const controls: readonly Record<string, unknown>[] = JSON.parse(out);
    expect(code).toBe(0);
    expect(controls.map(({ id }) => id)).toEqual(controls.map(({ id }) => id).sort());
    expect(controls.find(({ id }) => id === "encryption.at_rest")).toEqual({
      id: "encryption.at_rest",
      title: expect.any(String),
      severity: "critical",
      supports: expect.arrayContaining(["164.312(a)(2)(iv)"]),
      types: expect.arrayContaining(["aws_db_instance", "aws_s3_bucket"]),
      aliases: expect.arrayContaining([{ id: "CKV_AWS_16", types: ["aws_db_instance"] }]),
    });
    expect(phiward(["controls"]).out.split("\n")).toHaveLength(controls.length + 2);
  });

  it("explain a control, a citation and another tool's check", () => {
    expect(phiward(["explain", "encryption.at_rest"]).out).toMatch(/^encryption\.at_rest {2}.*\(critical\)\n\nWhy\n/);
    expect(phiward(["explain", "§ 164.312(b)"]).out).toMatch(/^164\.312\(b\) {2}Audit controls \(required\)\n/);
    expect(phiward(["explain", "ckv_aws_16"]).out).toMatch(
      /^CKV_AWS_16 is judged by\n {2}encryption\.at_rest on aws_db_instance\n/,
    );
  });

  it("print the report of an assessment", () => {
    const assessment = at("assessment.json");
    phiward(["check", leaky, ...now, "--format", "json", "--output", assessment]);
    const toFile = phiward(["report", assessment, "--output", at("report.html")]);
    expect(toFile).toEqual({ code: 0, out: "", err: "" });
    const html = readFileSync(at("report.html"), "utf8");
    expect(html).toMatch(/^<!doctype html>/);
    expect(phiward(["report", "-"], { input: readFileSync(assessment, "utf8") }).out).toBe(html);
    expect(phiward(["report", clinic])).toMatchObject({ code: 2, out: "" });
  });

  it("print each published schema, the same as the package holds", () => {
    for (const name of ["assessment", "config", "exceptions", "stated-facts"])
      expect(phiward(["schema", name])).toEqual({
        code: 0,
        out: readFileSync(join(root, "dist", "schemas", `${name}.json`), "utf8"),
        err: "",
      });
  });

  it("print help and version", () => {
    expect(phiward(["--version"])).toEqual({ code: 0, out: "0.1.0\n", err: "" });
    for (const args of [["--help"], ["check", "--help"]]) {
      const { code, out, err } = phiward(args);
      expect([code, err, out.startsWith("Usage: phiward")]).toEqual([0, "", true]);
    }
  });
});
