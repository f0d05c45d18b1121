import { z } from "zod";
import { defineStep } from "../define-step.ts";

export const browserStart = defineStep({
  name: "browser-start",
  description:
    "Opens the run's one browser for an account, which reaches the platform's hosts alone. It ends with the run.",
  input: z.strictObject({ account_id: z.uuid() }),
  output: z.strictObject({ account_id: z.uuid() }),
  effect: "read",
  timeoutMs: 30_000,
  needs: "browser",
  run: async ({ account_id }, { browser }) => {
    await browser.open(account_id);
    return { account_id };
  },
});
