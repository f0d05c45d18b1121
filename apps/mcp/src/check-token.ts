import { AppError } from "@genie/errors";
import { createGate } from "@genie/agent-tools";

/** A revoked token is noticed after this long at the latest, where Directus does not notice it first. */
const trustedForMs = 1_000;
const mostKept = 1_000;

/**
 * Asks Directus whether a token is good. Only a good one is remembered, for a second. Throws `AppError`:
 * `unauthenticated` when it is not, else that Directus could not be asked.
 */
export function createTokenCheck(
  directusUrl: string,
  now: () => number = () => performance.now(),
): (token: string) => Promise<void> {
  const goodUntil = new Map<string, number>();
  return async (token) => {
    if ((goodUntil.get(token) ?? -1) > now()) return;
    goodUntil.delete(token);
    const asked = now();
    const gate = createGate({
      url: directusUrl,
      headers: { authorization: `Bearer ${token}` },
      source: "mcp",
    });
    try {
      await gate.read("/tokens/current");
    } catch (error) {
      // A paired browser's token is one of ours, but no program's.
      throw error instanceof AppError && error.code === "forbidden"
        ? new AppError("unauthenticated", "This token is not for programs.", { cause: error })
        : error;
    }
    if (goodUntil.size >= mostKept) goodUntil.clear();
    goodUntil.set(token, asked + trustedForMs);
  };
}
