import type { PageDriver } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { Platform } from "../platform.ts";
import { readSignedIn } from "./meanings.ts";
import { changed } from "./site-page.ts";

/**
 * Makes sure that it is the account that was meant. Throws `reconnect_required` when somebody else is
 * signed in.
 */
export async function requireAccount(
  page: PageDriver,
  platform: Platform,
  username: string,
): Promise<void> {
  const [navigation] = await page.extract({
    rows: "nav[aria-label='Main']",
    fields: { profile: { css: "a[href^='/@']", attribute: "href" } },
  });
  const href = navigation?.["profile"] ?? (await page.read(readSignedIn))?.fields["profile"];
  if (typeof href !== "string" || !href.startsWith("/@"))
    throw changed(platform, "who is signed in");
  const given = plain(decodeURIComponent(href.slice("/@".length)));
  if (given === plain(username)) return;
  throw new AppError(
    "reconnect_required",
    `On ${platform.name} @${given} is signed in, and not @${plain(username)}. Nothing was changed there; connect the account with its own log-in.`,
  );
}

const plain = (username: string) => username.trim().replace(/^@/, "").toLowerCase();
