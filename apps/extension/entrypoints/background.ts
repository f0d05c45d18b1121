import { readPairingLink } from "@genie/pairing";
import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { keepFresh } from "../src/keep-fresh.ts";

export default defineBackground(() => {
  keepFresh();
  browser.action.onClicked.addListener((tab) => {
    void openPage(tab.url ?? "");
  });
});

/** Pressed beside a pairing link, the page opens with the address and the code filled in. */
async function openPage(seen: string): Promise<void> {
  if (readPairingLink(seen) === null) return browser.runtime.openOptionsPage();
  const page = new URL(`/options.html#${encodeURIComponent(seen)}`, location.href);
  await browser.tabs.create({ url: page.href });
}
