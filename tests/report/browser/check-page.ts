// Opens the control report in a real Chromium: what no test on its text can see.
// usage: check-page.ts [SCREENSHOTS]   CHROMIUM names the browser, default /usr/bin/chromium; SCREENSHOTS is a folder to keep pictures in

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { renderHtml } from "../../../report/html.tsx";
import { clinic, leaky, options } from "../sample.ts";

const [screenshots] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "phiward-page-"));
const file = join(folder, "report.html");
writeFileSync(file, renderHtml([leaky, { ...clinic, clock: leaky.clock }], options));
const address = pathToFileURL(file).href;

type Check = (page: Page) => Promise<void>;

/** Rows that a reader sees. */
const visible = (page: Page) => page.locator("[data-status]:visible").count();

const checks: readonly (readonly [string, BrowserContextOptions, Check])[] = [
  [
    "fits 320 pixels without scrolling sideways",
    { viewport: { width: 320, height: 800 } },
    async (page) => {
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 320);
    },
  ],
  [
    "shows every row and opens every part without script",
    { javaScriptEnabled: false },
    async (page) => {
      assert.equal(await visible(page), await page.locator("[data-status]").count());
      assert.equal(await page.locator("details:not([open])").count(), 0);
      assert.equal(await page.locator("#filter").isVisible(), false);
    },
  ],
  [
    "filters by text and status, says how many, and keeps the filter in the fragment",
    {},
    async (page) => {
      const total = await page.locator("[data-status]").count();
      await page.getByRole("searchbox").fill("aws_sqs_queue.jobs");
      const shown = await visible(page);
      assert.ok(shown > 0 && shown < total);
      assert.equal(await page.locator("#filter output").textContent(), `showing ${await left(page)} of ${total} rows`);
      assert.ok(page.url().endsWith("#?text=aws_sqs_queue.jobs"));
      await page.getByRole("combobox").selectOption("failing");
      assert.ok((await left(page)) < shown);
      const filtered = page.url();
      await page.getByRole("button", { name: "Clear" }).click();
      assert.equal(await left(page), total);
      await page.goto("about:blank");
      await page.goto(filtered);
      assert.equal(await page.getByRole("searchbox").inputValue(), "aws_sqs_queue.jobs");
      assert.ok((await left(page)) < shown);
    },
  ],
  [
    "follows a link to a row that the filter hides",
    {},
    async (page) => {
      await page.getByRole("searchbox").fill("164.312(b)");
      await page.evaluate("location.hash = '#finding-1-1'");
      await page.locator("#finding-1-1").waitFor({ state: "visible" });
      assert.equal(await page.getByRole("searchbox").inputValue(), "");
    },
  ],
  [
    "prints every row, filtered or not",
    {},
    async (page) => {
      await page.getByRole("searchbox").fill("no such text");
      assert.equal(await visible(page), 0);
      await page.emulateMedia({ media: "print" });
      assert.equal(
        await page.locator("tr[data-status]:visible").count(),
        await page.locator("tr[data-status]").count(),
      );
      assert.equal(await page.locator("nav").isVisible(), false);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    },
  ],
  [
    "is reached by keyboard, the skip link first",
    {},
    async (page) => {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate("document.activeElement.textContent"), "Skip to the report");
      await page.keyboard.press("Enter");
      assert.ok(page.url().endsWith("#main"));
    },
  ],
];

/** Rows that the filter leaves, in open parts or not. */
function left(page: Page): Promise<number> {
  return page.locator("[data-status]:not([hidden])").count();
}

async function run(browser: Browser, [name, context, check]: (typeof checks)[number]): Promise<void> {
  const session = await browser.newContext(context);
  const page = await session.newPage();
  const noise: string[] = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("request", (request) => {
    if (!/^(file|about):/.test(request.url())) noise.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  await check(page);
  assert.deepEqual(noise, [], `${name}: the page said or asked for something`);
  console.log(`ok ${name}`);
  await session.close();
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  for (const check of checks) await run(browser, check);
  if (screenshots) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(address);
    await page.screenshot({ path: join(screenshots, "report.png"), fullPage: true });
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
