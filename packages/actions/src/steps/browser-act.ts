import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { show } from "../rows/preview-lines.ts";
import { Page, pageOf } from "./page-state.ts";

const Name = z.string().min(1).max(200);

export const browserAct = defineStep({
  name: "browser-act",
  description:
    "Fills in, selects or clicks one element of the page, named by its role and name or its label. Answers {url, title, status}.",
  input: z.strictObject({
    action: z.enum(["click", "fill", "select", "find"]),
    target: z.union([
      z.strictObject({ role: Name, name: Name, exact: z.boolean().optional() }),
      z.strictObject({ label: Name, exact: z.boolean().optional() }),
    ]),
    /** What is filled in or selected. */
    value: z.string().max(10_000).optional(),
    /** Of a click that leads to another page. */
    navigates: z.boolean().default(false),
  }),
  output: Page,
  // On a site where she is signed in a click can be anything.
  effect: {
    looksAt: ["action"],
    of: ({ action }) => (action === "find" ? "read" : "publish"),
    atMost: "publish",
  },
  timeoutMs: 45_000,
  outlivesStop: true,
  needs: "browser",
  run: async ({ action, target, value = "", navigates }, { browser }) => {
    const driver = browser.current();
    const named = withoutUndefined(target);
    const step: Parameters<typeof driver.act>[0] =
      action === "click"
        ? { action, target: named, navigates }
        : action === "find"
          ? { action, target: named }
          : { action, target: named, value };
    return pageOf(await driver.act(step));
  },
  preview: async ({ action, target, value }) => [
    {
      label: { click: "Click", fill: "Fill in", select: "Select", find: "Look for" }[action],
      value: "label" in target ? target.label : `${target.role} “${target.name}”`,
    },
    ...(value === undefined ? [] : [{ label: "Value", value: show(value) }]),
  ],
});

type Named = { role: string; name: string } | { label: string };

function withoutUndefined({
  exact,
  ...target
}: Named & { exact?: boolean | undefined }): Named & { exact?: boolean } {
  return exact === undefined ? target : { ...target, exact };
}
