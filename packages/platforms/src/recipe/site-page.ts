import type { PageDriver, PageState } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { AdapterContext } from "../adapter.ts";
import type { Platform } from "../platform.ts";
import type { Site } from "./site.ts";

/** Opens a page of the site for somebody who is signed in. Throws as adapters do. */
export async function openSitePage(
  context: AdapterContext,
  site: Site,
  url: string,
): Promise<PageDriver> {
  const page = await context.openPage();
  requireUsable(site, await page.navigate(url));
  await requireDrawn(page, site);
  return page;
}

/** Throws when what came is not the page that was asked for. */
export function requireUsable(site: Site, state: PageState): void {
  const { platform } = site;
  requireAnswer(platform, state);
  if (isLogInPage(site, state)) throw sessionEnded(platform);
  if (state.status === 404) {
    throw new AppError(
      "platform_rejected",
      `${platform.name} has no such page. Check the username of the account; nothing was changed.`,
    );
  }
  if ((state.status ?? 0) >= 400 || !isOf(platform, state)) throw changed(platform, "another page");
}

/** Waits for what scripts draw. Throws `reconnect_required` when they ask for the log-in instead. */
export async function requireDrawn(page: PageDriver, site: Site): Promise<void> {
  if (site.drawn === null) return;
  try {
    await page.act({ action: "find", ...site.drawn });
  } catch (error) {
    if (await showsLogIn(page, site)) throw sessionEnded(site.platform);
    throw error;
  }
}

/** Throws when the site is too busy or broken to say anything of use. */
export function requireAnswer({ name }: Platform, state: PageState): void {
  if (state.status === 429) {
    const afterMs = state.retry_after_ms;
    throw new AppError(
      "rate_limited",
      `${name} wants a pause${afterMs === null ? "" : ` of ${Math.ceil(afterMs / 1000)} seconds`}. Nothing was changed there.`,
      afterMs === null ? {} : { retry: { afterMs } },
    );
  }
  if ((state.status ?? 0) >= 500) {
    throw new AppError(
      "upstream_unavailable",
      `${name} has a problem of its own. Nothing was changed there; try again in some minutes.`,
    );
  }
}

/** By its address alone. */
export function isLogInPage({ logIn }: Site, state: PageState): boolean {
  return logIn.pages.test(new URL(state.url).pathname);
}

/** By its address, or because it asks for a password, as sites do that draw the log-in anywhere. */
export async function showsLogIn(page: PageDriver, site: Site): Promise<boolean> {
  if (isLogInPage(site, await page.state())) return true;
  if (site.drawn === null) return false;
  return (await page.extract({ rows: "input[type='password']", fields: {} })).length > 0;
}

export function sessionEnded({ name }: Platform): AppError {
  return new AppError(
    "reconnect_required",
    `The session on ${name} has ended. Nothing was changed there; sign in again.`,
  );
}

/** A page that is not what it was: `what` names the part that can't be read. */
export function changed({ name }: Platform, what: string): AppError {
  return new AppError(
    "platform_changed",
    `${name} shows its pages in another way now, and Genie can't read ${what} on them. Nothing was changed there; update Genie Helper.`,
  );
}

/** What can be read by meaning only, where nobody could. */
export function unread(site: Site, what: string): AppError {
  if (site.markup !== null) return changed(site.platform, what);
  return new AppError(
    "platform_changed",
    `Genie can't read ${what} on ${site.platform.name} by itself. Nothing was changed there; with a language model it could: ask the operator to set one up.`,
  );
}

/** The site's own words about what went wrong; empty when it has none. */
export async function readAlert(page: PageDriver): Promise<string> {
  const [alert] = await page.extract({
    rows: "[role='alert']",
    fields: { sentences: { css: "p", all: true } },
  });
  const sentences = alert?.["sentences"] ?? [];
  return [sentences]
    .flat()
    .map((sentence) => sentence.trim())
    .join(" ");
}

function isOf({ origin }: Platform, state: PageState): boolean {
  return new URL(state.url).origin === origin;
}
