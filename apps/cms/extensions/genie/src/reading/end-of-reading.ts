import type { SealedSession } from "@genie/browser-client";
import { reasonOf } from "../gate-queues.ts";
import { accountRecords } from "./account-records.ts";
import type { Opening } from "./open-reading.ts";
import type { Reading } from "./readings.ts";

/** What ends a reading, the first time that it is called; it never throws. */
export function endOfReading(
  { account, context, release }: Opening,
  session: SealedSession,
  stop: AbortController,
): Reading["end"] {
  let ended: Promise<void> | undefined;
  const log = (error: unknown, what: string) =>
    context.logger.warn({ account: account.id, reason: reasonOf(error) }, what);

  return (failure) => (ended ??= end(failure));

  async function end(failure: string | null): Promise<void> {
    try {
      await session.close();
    } catch (error) {
      log(error, "a browser session was not closed");
    }
    // Ends the session also where the call above did not arrive.
    stop.abort();
    try {
      await settle(failure);
    } catch (error) {
      log(error, "how a reading ended could not be written down");
    }
    release();
  }

  /** Says a failure on the account; a flow that has not said how it went has at least stopped. */
  async function settle(failure: string | null): Promise<void> {
    const { updateProfile } = accountRecords(context);
    if (failure !== null) {
      return updateProfile(account.id, { scrape_status: "error", scrape_error: failure });
    }
    const row = await context
      .database("creator_profiles")
      .where({ id: account.id, scrape_status: "running" })
      .first("id");
    return row ? updateProfile(account.id, { scrape_status: "idle" }) : undefined;
  }
}
