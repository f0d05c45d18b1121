import { setTimeout as delay } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";

/** A page that hangs need not be waited for. */
const hangsAfterMs = 1000;

/** What is used of the page; Node itself has none. */
type Sheet = { cssRules: ArrayLike<{ cssText: string }>; replaceSync: (css: string) => void };
type Global = {
  document: { adoptedStyleSheets: Sheet[] };
  CSSStyleSheet: new () => Sheet;
};

/**
 * Chromium opens the menu of a `select` in a window of its own, which is on no picture. Until what this
 * gives is called, pages draw their menus themselves, as they may by a style.
 */
export async function drawMenus(page: Page, devtools: CDPSession): Promise<() => Promise<void>> {
  const { identifier } = await devtools.send("Page.addScriptToEvaluateOnNewDocument", {
    source: `(${addStyle.toString()})()`,
    // Out of sight of the page's own scripts.
    worldName: "live-view",
    runImmediately: true,
  });
  return async () => {
    const end = devtools.send("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    const removals = page.frames().map((frame) => frame.evaluate(removeStyle));
    const late = delay(hangsAfterMs, undefined, { ref: false });
    await Promise.race([Promise.allSettled([end, ...removals]), late]);
  };
}

function addStyle(): void {
  const { document, CSSStyleSheet } = globalThis as unknown as Global;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "select:not([multiple], [size]), ::picker(select) { appearance: base-select; }",
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function removeStyle(): void {
  const { document } = globalThis as unknown as Global;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
    ({ cssRules }) => !cssRules[0]?.cssText.includes("base-select"),
  );
}
