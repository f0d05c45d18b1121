import type { SealedSession } from "@genie/browser-client";
import type { Adapter, AdapterContext } from "@genie/platforms";
import type { Account } from "./account.ts";

/** An account that a flow is signed in to, between its first step and its last. */
export type Reading = {
  account: Account;
  adapter: Adapter;
  context: AdapterContext;
  session: SealedSession;
  /** The row of `platform_sessions` that it signed in with. */
  storedSessionId: string;
  /** Closes the browser and gives the account back, once. `failure` is a sentence for the account. */
  end: (failure: string | null) => Promise<void>;
};

/** However a flow ends, its browser is closed by then, and the account is free again. */
const mostMs = 5 * 60_000;

const readings = new Map<string, { reading: Reading; limit: NodeJS.Timeout }>();

/** Keeps a reading for the steps to come; they name it by the id of its browser session. */
export function keepReading(reading: Reading): void {
  const limit = setTimeout(() => {
    const sentence = `Reading took more than ${mostMs / 60_000} minutes and was given up. What was saved by then stays; try again.`;
    void reading.end(sentence);
  }, mostMs).unref();
  readings.set(reading.session.id, { reading, limit });
}

export function forgetReading({ session }: Reading): void {
  clearTimeout(readings.get(session.id)?.limit);
  readings.delete(session.id);
}

/** The reading that a session belongs to; undefined when it is over, or of another account. */
export function findReading(sessionId: string, accountId?: string): Reading | undefined {
  const reading = readings.get(sessionId)?.reading;
  const isMeant = accountId === undefined || reading?.account.id === accountId;
  return isMeant ? reading : undefined;
}
