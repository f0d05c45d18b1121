import { AppError } from "@genie/errors";
import type { AccountBrowser, StepTools } from "../step-tools.ts";

/** The one browser that a run may have. It ends with the run, whatever happens. */
export type RunBrowser = {
  /** Throws `conflict` while one is open. */
  open: (accountId: string) => Promise<void>;
  /** Whether there is one to close, also one that is still starting. */
  isOpen: () => boolean;
  /** Throws `conflict` when none is open. */
  current: () => AccountBrowser;
  close: () => Promise<void>;
};

/** `signal` is the run's: a browser that is ready only after its end is closed at once. */
export function createRunBrowser(start: StepTools["browser"], signal: AbortSignal): RunBrowser {
  let browser: Promise<AccountBrowser> | null = null;
  let opened: AccountBrowser | null = null;

  const close = async () => {
    const closing = browser;
    browser = null;
    opened = null;
    await closing?.then((session) => session.close()).catch(() => {});
  };
  return {
    async open(accountId) {
      if (start === null) throw noBrowser();
      if (browser !== null) {
        throw new AppError(
          "conflict",
          "A browser is open already, and a run has one. Close it first with browser-close.",
        );
      }
      const starting = start(accountId, signal);
      browser = starting;
      try {
        const session = await starting;
        if (browser === starting) opened = session;
      } catch (error) {
        if (browser === starting) browser = null;
        throw error;
      }
    },
    isOpen: () => browser !== null,
    current() {
      if (opened === null) {
        throw new AppError("conflict", "No browser is open. Start one first with browser-start.");
      }
      return opened;
    },
    close,
  };
}

/** What an installation without a browser service says. */
export const noBrowser = () =>
  new AppError(
    "misconfigured",
    "This needs the browser service, which does not run here. Nothing was done; ask your administrator to set it up.",
  );
