import type { PageDriver } from "@genie/browser-client";
import type { Logger } from "@genie/logger";

/** A browser session that starts when it is first asked for. */
export type LazyPage = {
  open: () => Promise<PageDriver>;
  wasOpened: () => boolean;
  /** Ends it, if it was started. Never throws: a session that is left over ends by itself. */
  close: () => Promise<void>;
};

export function lazyPage(start: () => Promise<PageDriver>, log: Logger): LazyPage {
  let started: Promise<PageDriver> | undefined;
  return {
    open: () => (started ??= start()),
    wasOpened: () => started !== undefined,
    close: async () => {
      try {
        await (await started)?.close();
      } catch (err) {
        log.warn({ err }, "browser session not closed");
      }
    },
  };
}
