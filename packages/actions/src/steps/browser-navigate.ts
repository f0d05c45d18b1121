import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { Page, pageOf, PageUrl } from "./page-state.ts";

export const browserNavigate = defineStep({
  name: "browser-navigate",
  description: "Opens another page in the browser. Answers {url, title, status}.",
  input: z.strictObject({ url: PageUrl }),
  output: Page,
  effect: "read",
  timeoutMs: 45_000,
  needs: "browser",
  run: async ({ url }, { browser }) => pageOf(await browser.current().navigate(url)),
});
