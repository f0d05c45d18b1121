import { z } from "zod";
import { defineStep } from "../define-step.ts";
import type { AccountBrowser } from "../step-tools.ts";

const block = ":is(h1, h2, h3, p, li, dd, figcaption, time)";
/** Elements that people read, each text once: innermost blocks, and what stands alone in a box. */
const readable = `body ${block}:not(:has(${block})), body :is(div, span, a, strong):not(:has(*)):not(${block} *)`;
const mostCharacters = 40_000;
const mostTries = 20;
const betweenTriesMs = 500;

const Extraction = z.strictObject({
  css: z.string().max(500),
  attribute: z.string().max(64).optional(),
  all: z.boolean().optional(),
});
const Value = z.union([z.string(), z.array(z.string()), z.null()]);

export const browserExtract = defineStep({
  name: "browser-extract",
  description:
    "Reads the page: its text, or with `rows` and `fields` (CSS) the same fields of each element. Answers {text} or {rows}.",
  input: z.strictObject({
    rows: z.string().min(1).max(500).optional(),
    fields: z.record(z.string().max(64), Extraction).optional(),
  }),
  output: z.strictObject({
    text: z.string().optional(),
    rows: z.array(z.record(z.string(), Value)).optional(),
  }),
  effect: "read",
  timeoutMs: 30_000,
  needs: "browser",
  run: async ({ rows, fields }, { browser, signal }) => {
    const driver = browser.current();
    if (rows === undefined || fields === undefined) {
      return { text: await readText(driver, signal) };
    }
    return { rows: (await driver.extract({ rows, fields })).slice(0, 200) };
  },
});

/** Pages that a script draws have nothing to read at first. */
async function readText(driver: AccountBrowser, signal: AbortSignal): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const found = await driver.extract({ rows: readable, fields: { text: { css: "" } } });
    const text = joined(found.map((row) => row["text"]));
    if (text !== "" || tries === mostTries || signal.aborted) return text;
    await new Promise((resolve) => {
      setTimeout(resolve, betweenTriesMs);
    });
  }
}

/** One line each, without those that say the same as the one before. */
function joined(texts: readonly (string | string[] | null | undefined)[]): string {
  const lines = texts
    .map((text) => (typeof text === "string" ? text.replace(/\s+/g, " ").trim() : ""))
    .filter((line) => line !== "");
  return lines
    .filter((line, index) => line !== lines[index - 1])
    .join("\n")
    .slice(0, mostCharacters);
}
