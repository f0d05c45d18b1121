import { belongsToHosts, type CapturedCookie } from "@genie/pairing";
import { type Platform, sessionExpiresAt } from "@genie/platforms";
import { refusal } from "../refusals.ts";

/**
 * Refuses cookies that are not among those that the platform names, that are of other hosts, or that sign
 * nobody in at `nowMs`. Answers when the first of those that a session needs runs out; null for never.
 */
export function checkCookies(
  platform: Pick<Platform, "capturedCookies" | "hosts" | "name" | "sessionCookies">,
  cookies: readonly CapturedCookie[],
  nowMs: number,
): Date | null {
  const { name: platformName, hosts, capturedCookies, sessionCookies } = platform;
  const unnamed = cookies.find(({ name }) => !capturedCookies.includes(name));
  if (unnamed) {
    throw refused(
      `${platformName} needs no cookie called "${unnamed.name.slice(0, 64)}"; a paired browser hands over these: ${capturedCookies.join(", ")}.`,
    );
  }
  const foreign = cookies.find(({ domain }) => !belongsToHosts(hosts, domain));
  if (foreign) {
    throw refused(
      `"${foreign.name.slice(0, 64)}" is a cookie of another site, ${foreign.domain.slice(0, 64)}, and not of ${platformName}.`,
    );
  }
  const good = cookies.filter(({ expires }) => expires === -1 || expires * 1000 > nowMs);
  const missing = sessionCookies.filter((name) => !good.some((cookie) => cookie.name === name));
  if (missing.length > 0) {
    throw refused(
      `This browser is not signed in to ${platformName}: ${missing.join(", ")} is missing. Sign in there and try again.`,
    );
  }
  return sessionExpiresAt(platform, good);
}

const refused = (sentence: string) => refusal("INVALID_PAYLOAD", `${sentence} Nothing was stored.`);
