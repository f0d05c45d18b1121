import type { PageDriver } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { hasSession } from "../session-cookies.ts";
import { changed, showsLogIn, unread } from "./site-page.ts";
import type { Site } from "./site.ts";

/**
 * Makes sure that it is the account that was meant. Throws `reconnect_required` when somebody else is
 * signed in.
 */
export async function requireAccount(
  page: PageDriver,
  site: Site,
  username: string,
): Promise<void> {
  const { platform } = site;
  const given = await readUsername(page, site);
  if (given === plain(username)) return;
  throw new AppError(
    "reconnect_required",
    `On ${platform.name} @${given} is signed in, and not @${plain(username)}. Nothing was changed there; connect the account with its own log-in.`,
  );
}

/**
 * Whether the page is that of somebody who is signed in: the session is there, and the page asks for no
 * log-in. Looks, and never moves the page.
 */
export async function isSignedIn(page: PageDriver, site: Site): Promise<boolean> {
  const { origin, sessionStorage = [] } = site.platform;
  if (new URL((await page.state()).url).origin !== origin) return false;
  if (!hasSession(site.platform, await page.cookies())) return false;
  if (sessionStorage.length > 0) {
    const stored = await page.localStorage(sessionStorage);
    if (stored.length < sessionStorage.length) return false;
  }
  return !(await showsLogIn(page, site));
}

async function readUsername(page: PageDriver, site: Site): Promise<string> {
  const href = (await site.markup?.signedIn(page)) ?? (await readByMeaning(page, site));
  const [, name] = site.links.profile.exec(pathOf(site, href)) ?? [];
  if (name === undefined) throw changed(site.platform, "who is signed in");
  return plain(decodeURIComponent(name));
}

async function readByMeaning(page: PageDriver, site: Site): Promise<string> {
  const read = await page.read({ fields: { profile: site.readings.signedIn } });
  if (read === null) throw unread(site, "who is signed in");
  return String(read.fields["profile"] ?? "");
}

/** The path of a link of the site's own; empty for any other. */
export function pathOf({ platform: { origin } }: Site, href: string): string {
  const url = URL.parse(href, origin);
  return url?.origin === origin ? url.pathname : "";
}

const plain = (username: string) => username.trim().replace(/^@/, "").toLowerCase();
