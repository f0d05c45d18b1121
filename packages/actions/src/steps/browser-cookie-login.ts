import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { Page, pageOf, PageUrl } from "./page-state.ts";

export const browserCookieLogin = defineStep({
  name: "browser-cookie-login",
  description:
    "Signs the browser in with the account's stored session, unseen, and opens a page. Answers {url, title, status}.",
  input: z.strictObject({ url: PageUrl }),
  output: Page,
  effect: "read",
  timeoutMs: 45_000,
  needs: "browser",
  run: async ({ url }, { browser }) => pageOf(await browser.current().logIn(url)),
});
