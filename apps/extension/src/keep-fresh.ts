import { AppError } from "@genie/errors";
import { belongsToHosts } from "@genie/pairing";
import { browser, type Browser } from "wxt/browser";
import { handOver } from "./hand-over.ts";
import { forgetAll, readKept } from "./kept.ts";
import { serverCalls } from "./server-calls.ts";
import { words } from "./words.ts";

const prefix = "keep-fresh/";

/** A site sets several cookies at once, and often: they are handed over together. */
const gatherMinutes = 0.5;

/** Hands new cookies over as they come, of the platforms for which she has turned that on. */
export function keepFresh(): void {
  browser.cookies.onChanged.addListener(({ cookie, removed }) => {
    if (!removed) void noteChange(cookie);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name.startsWith(prefix)) void refresh(name.slice(prefix.length));
  });
}

async function noteChange({ name, domain }: Browser.cookies.Cookie): Promise<void> {
  const { consents } = await readKept();
  for (const [platform, { keep_fresh: on, cookies, hosts }] of Object.entries(consents)) {
    if (on && cookies.includes(name) && belongsToHosts(hosts, domain)) {
      await browser.alarms.create(prefix + platform, { delayInMinutes: gatherMinutes });
    }
  }
}

async function refresh(platform: string): Promise<void> {
  const { pairing, consents } = await readKept();
  const consent = consents[platform];
  if (pairing === null || consent?.keep_fresh !== true) return;
  try {
    const { id } = consent.account;
    await handOver(serverCalls(pairing), { id: platform, ...consent }, { id }, { readNow: false });
  } catch (error) {
    // Anything else is seen on the page, where the time of the last hand-over stands still.
    if (error instanceof AppError && error.code === "unauthenticated") await forgetAll(words.ended);
  }
}
