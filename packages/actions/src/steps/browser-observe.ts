import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { Page, pageOf } from "./page-state.ts";

const mostElements = 300;

export const browserObserve = defineStep({
  name: "browser-observe",
  description:
    "Lists what a person could press or fill in on the page, by role and name. Answers {page, elements}.",
  input: z.strictObject({}),
  output: z.strictObject({
    page: Page,
    elements: z.array(z.object({ role: z.string(), name: z.string(), disabled: z.boolean() })),
  }),
  effect: "read",
  timeoutMs: 30_000,
  needs: "browser",
  run: async (_input, { browser }) => {
    const { state, elements } = await browser.current().observe();
    return { page: pageOf(state), elements: elements.slice(0, mostElements) };
  },
});
