import { z } from "zod";
import { defineStep } from "../define-step.ts";

export const browserClose = defineStep({
  name: "browser-close",
  description: "Closes the browser, so that later steps don't keep it waiting.",
  input: z.strictObject({}),
  output: z.strictObject({ closed: z.literal(true) }),
  effect: "read",
  timeoutMs: 20_000,
  needs: "browser",
  run: async (_input, { browser }) => {
    await browser.close();
    return { closed: true as const };
  },
});
