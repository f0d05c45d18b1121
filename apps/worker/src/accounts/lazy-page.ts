import type { PageDriver } from "@genie/browser-client";
import type { Logger } from "@genie/logger";

/** A browser session that starts when it is first asked for. */
export type LazyPage = {
  open: () => Promise<PageDriver>;
  wasOpened: () => boolean;
  /** Lets go of it, so that `close` leaves it to whoever has it now; null when it was never started. */
  handOver: () => Promise<PageDriver> | null;
  /** Ends it, if it was started. Never throws: a session that is left over ends by itself. */
  close: () => Promise<void>;
};

export function lazyPage(start: () => Promise<PageDriver>, log: Logger): LazyPage {
  let started: Promise<PageDriver> | undefined;
  return {
    open: () => (started ??= start()),
    wasOpened: () => started !== undefined,
    handOver: () => {
      const page = started ?? null;
      started = undefined;
      return page;
    },
    close: async () => {
      try {
        await (await started)?.close();
      } catch (err) {
        log.warn({ err }, "browser session not closed");
      }
    },
  };
}
