import { sealedSession } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { capturedStorage, cookiesOf, sessionExpiresAt } from "@genie/platforms";
import type { PeopleRecords } from "./people-records.ts";
import type { Visit } from "./waiting-rooms.ts";

/**
 * Keeps the session that a person has signed in to, once the platform has shown whose it is. Answers
 * whether the visit is over; it goes on where nobody is signed in after all.
 */
export async function takeSession(
  records: PeopleRecords,
  { askedId, profile, adapter, page }: Visit,
  signal: AbortSignal,
): Promise<boolean> {
  const { platform } = adapter;
  const cookies = cookiesOf(platform, await page.cookies());
  const localStorage = await capturedStorage(page, platform);
  const context = {
    username: profile.username,
    cookies,
    localStorage,
    openPage: async () => page,
    fetch: globalThis.fetch,
    signal,
  };
  try {
    if ((await adapter.resumeSession(context, cookies)) === "expired") return false;
  } catch (error) {
    // Somebody else's account.
    if (!(error instanceof AppError) || error.code !== "reconnect_required") throw error;
    await records.fail(askedId, error.message);
    return true;
  }
  await records.saveSession(profile, {
    cookies: sealedSession({ cookies, local_storage: localStorage }),
    userAgent: page.userAgent,
    expiresAt: sessionExpiresAt(platform, cookies),
    capturedBy: "live_login",
  });
  await records.startScrape(profile.id);
  return true;
}
