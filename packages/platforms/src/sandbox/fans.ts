import type { PageDriver } from "@genie/browser-client";
import type { AdapterContext, PlatformFan } from "../adapter.ts";
import { newOnes } from "../recipe/new-ones.ts";
import { addressOf, listOf } from "../recipe/page-values.ts";
import type { Site } from "../recipe/site.ts";
import { changed, openSitePage } from "../recipe/site-page.ts";
import type { Platform } from "../platform.ts";
import { fanRequests, mapFan, mapFans, readFanTotal } from "./map-fans.ts";
import { readFans } from "./meanings.ts";

type PageOfFans = {
  fans: PlatformFan[];
  /** How many fans the account has, as the page says. */
  total: number;
  next: string | null;
};

/** The list is by what they spent, so one may move over the edge of a page while it is read. */
const mostRounds = 2;

/**
 * The fans of the account, those who spent most first, each once. Goes through the list again when some
 * were missed; throws `platform_changed` rather than end early.
 */
export async function* listFans(context: AdapterContext, site: Site): AsyncIterable<PlatformFan[]> {
  const { platform } = site;
  const seen = new Set<string>();
  for (let round = 1; round <= mostRounds; round += 1) {
    let total = 0;
    let url: string | null = `${platform.origin}/fans`;
    while (url !== null) {
      const page = await openSitePage(context, site, url);
      const read: PageOfFans =
        (await readByMarkup(page, platform)) ?? (await readByMeaning(page, platform));
      const fresh = newOnes(read.fans, seen);
      if (fresh.length > 0) yield fresh;
      ({ total, next: url } = read);
    }
    if (seen.size >= total) return;
  }
  throw changed(platform, "all of the fans");
}

/** Null when the markup is not what it was. */
async function readByMarkup(page: PageDriver, platform: Platform): Promise<PageOfFans | null> {
  const [root] = await page.extract(fanRequests.page);
  const fans = mapFans(await page.extract(fanRequests.fans), listOf(root?.["columns"]));
  const [sentence, ...otherSentences] = listOf(root?.["sentences"]);
  const total = readFanTotal(sentence);
  const [next = null, ...others] = listOf(root?.["next"]);
  if (fans === null || total === null || otherSentences.length > 0 || others.length > 0) {
    return null;
  }
  // A page without any is the only one of an account without any.
  if (fans.length === 0 && total > 0) return null;
  return { fans, total, next: addressOf(platform, next) };
}

/**
 * Reads the same by meaning. Every time that the page shows has to be one of a fan's. Throws
 * `platform_changed` for less than all of it, and where there is no model.
 */
async function readByMeaning(page: PageDriver, platform: Platform): Promise<PageOfFans> {
  const read = await page.read(readFans);
  const rows = (read?.rows ?? []).map((row) => ({
    name: text(row["name"]),
    handle: text(row["handle"]),
    tier: text(row["tier"]),
    spent: text(row["spent"]),
    lastSeen: text(row["lastSeen"]),
    subscribedSince: text(row["subscribedSince"]),
  }));
  const fans = rows.map(mapFan);
  const total = readFanTotal(text(read?.fields["total"]));
  const [shown] = await page.extract({
    rows: ":root",
    fields: { times: { css: "time", attribute: "datetime", all: true } },
  });
  const times = rows.flatMap(({ lastSeen, subscribedSince }) => [lastSeen, subscribedSince]);
  const isAll = times.toSorted().join() === listOf(shown?.["times"]).toSorted().join();
  if (read === null || total === null || !isAll || !fans.every((fan) => fan !== null)) {
    throw changed(platform, "the fans");
  }
  const [next = null] = listOf(read.fields["next"]);
  return { fans, total, next: addressOf(platform, next) };
}

const text = (value: string | string[] | null | undefined) => listOf(value)[0] ?? "";
