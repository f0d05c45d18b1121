import { z } from "zod";
import { defineStep } from "../define-step.ts";

export const browserScreenshot = defineStep({
  name: "browser-screenshot",
  description: "Keeps a picture of what the browser shows among her files. Answers {file_id}.",
  input: z.strictObject({ title: z.string().trim().min(1).max(120).default("Screenshot") }),
  output: z.strictObject({ file_id: z.uuid() }),
  effect: "write",
  timeoutMs: 30_000,
  outlivesStop: true,
  needs: "browser",
  run: async ({ title }, { browser, tools }) => {
    const bytes = await browser.current().screenshot();
    return { file_id: await tools.saveFile({ title, type: "image/png", bytes }) };
  },
});
