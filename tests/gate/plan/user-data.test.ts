import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { parsePlan } from "../../../gate/plan/parse.ts";

const text = gunzipSync(
  readFileSync(fileURLToPath(new URL("../../plans/traps/values.plan.json.gz", import.meta.url))),
).toString("utf8");
const HASH = "2e26648e784ec7a0cf4d08534ddda41df35f1a30";
const host = (json: string) =>
  parsePlan(json, "values").changes.find(({ address }) => address === "aws_instance.host")?.change;

it("puts the text back that the configuration holds, found by its hash", () => {
  expect(text).toContain(HASH);
  expect(host(text)?.after?.user_data).toBe("echo hello");
});

it("calls the text unknown where nothing in the configuration has the hash", () => {
  const change = host(text.replaceAll(HASH, "0".repeat(40)));
  expect(change?.after).not.toHaveProperty("user_data");
  expect(change?.after_unknown).toHaveProperty("user_data", true);
});
