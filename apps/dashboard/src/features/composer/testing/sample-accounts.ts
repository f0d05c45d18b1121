import type { Profile } from "@genie/directus-client";
import { listPlatforms, type Platform } from "@genie/platforms";
import { type DraftAccount, draftAccounts } from "../draft-accounts.ts";

const [sandbox] = listPlatforms({ sandboxUrl: "http://sandbox.localhost:3004" });

/** A platform that takes less than others, for tests of what several take at once. */
export const shortform: Platform = {
  ...(sandbox as Platform),
  id: "shortform",
  name: "Shortform",
  limits: {
    caption: { most: 10, countedIn: "graphemes" },
    mediaCount: 2,
    media: { image: { maxBytes: 1_000_000, mimeTypes: ["image/jpeg"], maxSide: 2000 } },
    mixesMedia: false,
    captionAlone: true,
    altTextLength: 20,
    ratings: ["general", "suggestive"],
  },
};

const platforms = [sandbox as Platform, shortform];

/** Accounts as a draft knows them, by `platform` and, where it matters, username and limits. */
export function accountsOn(
  ...wanted: { platform: string; username?: string; platformLimits?: Profile["platformLimits"] }[]
): DraftAccount[] {
  const profiles = wanted.map(({ platform, username = "robin", platformLimits = null }) => ({
    id: `${platform}-${username}`,
    platform,
    username,
    platformLimits,
    connection: "connected" as const,
    scraping: "success" as const,
    problem: null,
    lastScrapedAt: null,
    scrapeEnabled: true,
    scrapeFrequency: "0 */6 * * *",
    timezone: "UTC",
    figures: null,
    createdAt: null,
  }));
  return draftAccounts({ profileIds: profiles.map(({ id }) => id) }, { profiles, platforms });
}
