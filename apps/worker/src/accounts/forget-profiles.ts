import type { BrowserClient } from "@genie/browser-client";
import { AppError } from "@genie/errors";

/**
 * Has the browser services forget what they keep of accounts that nobody can get into any more: those that
 * were removed, and those whose session was taken back. What can't be removed everywhere at once keeps nothing else
 * back: a service that was away lists it the next time. Throws the first that went wrong, when all were tried.
 */
export async function forgetProfiles(
  browser: Pick<BrowserClient, "listProfiles" | "removeProfile">,
  findReachable: (accounts: readonly string[]) => Promise<Set<string>>,
): Promise<void> {
  const kept = await listKept(browser);
  if (kept.length === 0) return;
  const reachable = await findReachable(kept);
  const problems: unknown[] = [];
  for (const account of kept.filter((id) => !reachable.has(id))) {
    await browser.removeProfile(account).catch((error: unknown) => problems.push(error));
  }
  if (problems.length > 0) throw problems[0];
}

/** Where no browser service runs there is nothing to forget. */
async function listKept(browser: Pick<BrowserClient, "listProfiles">): Promise<string[]> {
  try {
    return await browser.listProfiles();
  } catch (error) {
    if (error instanceof AppError && error.code === "upstream_unavailable") return [];
    throw error;
  }
}
