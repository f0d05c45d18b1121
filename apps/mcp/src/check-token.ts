import { AppError } from "@genie/errors";
import { createGate, type Send } from "@genie/agent-tools";

/** A revoked token is noticed after this long at the latest, where Directus does not notice it first. */
const trustedForMs = 1_000;
const mostKept = 1_000;

type TokenCheck = {
  /** Throws `AppError`: `unauthenticated` for a token that is not good, else that Directus could not be asked. */
  check: (token: string) => Promise<void>;
  /** Of one that Directus has refused: it is asked about again. */
  forget: (token: string) => void;
};

/** Asks Directus whether a token is good. Only a good one is remembered, for a second. */
export function createTokenCheck(
  directusUrl: string,
  send: Send,
  now: () => number = () => performance.now(),
): TokenCheck {
  const goodUntil = new Map<string, number>();
  const check = async (token: string) => {
    if ((goodUntil.get(token) ?? -1) > now()) return;
    goodUntil.delete(token);
    const asked = now();
    const gate = createGate({
      url: directusUrl,
      headers: { authorization: `Bearer ${token}` },
      source: "mcp",
      send,
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
  return { check, forget: (token) => void goodUntil.delete(token) };
}
