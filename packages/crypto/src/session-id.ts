import { createHash } from "node:crypto";

/**
 * What a session is called outside of the gate: SHA-256 of its token in hex. The token is random and long,
 * so nobody finds it from its name.
 */
export function sessionId(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}
