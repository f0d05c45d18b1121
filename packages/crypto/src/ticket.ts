import { createHash, randomBytes } from "node:crypto";

/** A way in that is used once: 256 random bits, and what is stored of them. */
export type Ticket = { ticket: string; hash: string };

export function createTicket(): Ticket {
  const ticket = randomBytes(32).toString("base64url");
  return { ticket, hash: hashTicket(ticket) };
}

/** SHA-256 in hex. A ticket is random, so nothing slower is needed. */
export function hashTicket(ticket: string): string {
  return createHash("sha256").update(ticket, "utf8").digest("hex");
}
