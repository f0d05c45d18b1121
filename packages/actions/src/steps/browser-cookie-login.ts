import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { Page, pageOf, PageUrl } from "./page-state.ts";

export const browserCookieLogin = defineStep({
  name: "browser-cookie-login",
  description:
    "Signs the browser in with the account's stored session, unseen, and opens a page. Answers {url, title, status, moved}: whether another page came, as where a session has ended.",
  input: z.strictObject({ url: PageUrl }),
  output: Page.extend({ moved: z.boolean() }),
  effect: "read",
  timeoutMs: 45_000,
  needs: "browser",
  run: async ({ url }, { browser }) => {
    const page = pageOf(await browser.current().logIn(url));
    return { ...page, moved: pathOf(page.url) !== pathOf(url) };
  },
});

const pathOf = (url: string) => new URL(url).pathname.replace(/\/+$/, "");
