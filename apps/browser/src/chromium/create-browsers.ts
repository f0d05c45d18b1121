import { AppError } from "@genie/errors";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { EgressProxy } from "../egress/start-egress-proxy.ts";
import type { ModelHelp } from "../guide/session-help.ts";
import type { Profiles } from "../profiles/keep-profiles.ts";
import { endChromium } from "./end-chromium.ts";
import { launchChromium } from "./launch-chromium.ts";

/** A Chromium with its one page, and how it is closed. */
export type OpenBrowser = {
  context: BrowserContext;
  page: Page;
  /** Of Chromium's first process. */
  pid: number;
  /** `127.0.0.1:<port>`; null without a language model. */
  debuggerHost: string | null;
  /** Aborts when what is kept of its account is to go. */
  removed: AbortSignal;
  close: () => Promise<void>;
};
export type Opening = {
  proxy: EgressProxy;
  /** Whose profile it gets. */
  account: string | undefined;
};

export type Browsers = ReturnType<typeof createBrowsers>;
export type BrowsersOptions = {
  executablePath: string;
  /** What Chromium forgets to remove goes here. */
  folder: string;
  profiles: Profiles;
  /** Its eyes are an extension of Chromium's, at `origin`. */
  model: (ModelHelp & { origin: string }) | null;
};

/** A Chromium for each session, with the profile of its account. */
export function createBrowsers({ executablePath, folder, profiles, model }: BrowsersOptions) {
  return {
    model,

    /** Starts one that gets out through `proxy`. Throws `misconfigured` when it does not start. */
    async open(
      contextOptions: BrowserContextOptions,
      { proxy, account }: Opening,
    ): Promise<OpenBrowser> {
      const profile = await profiles.take(account);
      const launch = { executablePath, folder, proxy, profileFolder: profile.folder };
      const extensionOrigin = model?.origin ?? null;
      const started = await launchChromium({ ...launch, extensionOrigin }, contextOptions).catch(
        async (error: unknown) => {
          await profile.release(false);
          throw error;
        },
      );
      const { context, pid } = started;
      let hasGone = false;
      context.once("close", () => (hasGone = true));
      const close = async (): Promise<void> => {
        const isClean = !hasGone && (await endChromium(context, pid));
        await profile.release(isClean);
      };
      try {
        const page = context.pages()[0] ?? (await context.newPage());
        return { ...started, page, removed: profile.removed, close };
      } catch (cause) {
        await close();
        throw new AppError("upstream_unavailable", "Chromium went away at once.", { cause });
      }
    },
  };
}
