import type { GateRequest } from "../directus.ts";
import { importFromDirectus } from "../directus-module.ts";
import { hasCode } from "../refusals.ts";

/** They say themselves who asks. */
const needNoSession: ReadonlySet<string> = new Set([
  "/account/accept",
  "/account/forgot",
  "/account/look",
  "/account/recover",
  "/account/reset",
  "/auth/login",
]);

/** Goes on with a session that is good: that one stays when an address changes. */
const mayHaveSession = "/account/confirm";

/**
 * A browser keeps the cookie of a session that was ended from elsewhere, and Directus refuses whatever comes with it,
 * so that a right password would be taken for a wrong one. Where nobody has to be signed in it counts as none.
 */
export async function dropNeedlessSession(request: GateRequest): Promise<void> {
  const { token } = request;
  if (!token) return;
  const path = request.path.toLowerCase().replace(/\/$/, "");
  const isNeedless = needNoSession.has(path) || (path === mayHaveSession && (await isOver(token)));
  if (isNeedless) request.token = null;
}

type Accounts = { getAccountabilityForToken: (token: string) => Promise<unknown> };

async function isOver(token: string): Promise<boolean> {
  const { getAccountabilityForToken } = await importFromDirectus<Accounts>(
    "@directus/api/utils/get-accountability-for-token",
  );
  try {
    await getAccountabilityForToken(token);
    return false;
  } catch (error) {
    if (codesOfOver.some((code) => hasCode(error, code))) return true;
    throw error;
  }
}

const codesOfOver = ["INVALID_CREDENTIALS", "INVALID_TOKEN", "TOKEN_EXPIRED"] as const;
