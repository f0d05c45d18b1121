import type { BrowserClient } from "@genie/browser-client";
import type { KeyRing } from "@genie/crypto";
import type { WorkerProfile } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Logger } from "@genie/logger";
import type { Adapter, AdapterContext } from "@genie/platforms";
import { requireAdapter } from "@genie/platforms/adapters";
import type { AccountRecords } from "./account-records.ts";
import { lazyPage } from "./lazy-page.ts";
import type { OneAtATime } from "./one-at-a-time.ts";
import type { Visit } from "../people/waiting-rooms.ts";
import { askForLogIn, type SignedIn, signIn } from "./sign-in.ts";

export type AccountServices = {
  records: AccountRecords;
  /** By the platform's id. */
  adapters: ReadonlyMap<string, Adapter>;
  keyRing: KeyRing;
  startBrowser: BrowserClient["startSession"];
  /** Two jobs of one account must not both enter the password, or ask the person twice. */
  perProfile: OneAtATime;
  /** Takes a browser over in which a person is to sign in. */
  letIn: (visit: Visit) => Promise<void>;
  fetch: typeof globalThis.fetch;
  log: Logger;
};

/** An account that is signed in. */
export type OpenAccount = {
  profile: WorkerProfile;
  adapter: Adapter;
  context: AdapterContext;
  /** The next work signs in anew, as it does after work that threw. */
  forget: () => void;
};

/**
 * Signs in to a profile's account, does `work` and closes the browser, whatever happens. Throws what
 * `work` throws, and before it `not_found`, `invalid_input` for a platform that is not there,
 * `reconnect_required`, `unopenable`, and what the platform or the browser answers.
 */
export type WithAccount = <Result>(
  profileId: string,
  signal: AbortSignal,
  work: (account: OpenAccount) => Promise<Result>,
) => Promise<Result>;

/**
 * With `keepMs` a session that needed no browser serves what comes within that time after it, so that
 * post after post does not sign in each for itself.
 */
export function accountSessions(
  services: AccountServices,
  { keepMs = 0 }: { keepMs?: number } = {},
): WithAccount {
  const { records, keyRing, perProfile, log } = services;
  const kept = new Map<string, { profile: WorkerProfile } & SignedIn>();

  function keep(profileId: string, session: { profile: WorkerProfile } & SignedIn): void {
    if (keepMs === 0) return;
    kept.set(profileId, session);
    const isStillIt = () => kept.get(profileId) === session;
    setTimeout(() => isStillIt() && kept.delete(profileId), keepMs).unref();
  }

  return async (profileId, signal, work) => {
    const profile = kept.get(profileId)?.profile ?? (await readProfile(records, profileId));
    const adapter = requireAdapter(services.adapters, profile.platform);
    let userAgent: string | null = null;
    const startBrowser = () =>
      services.startBrowser(
        {
          account: profile.id,
          allowed_hosts: [...adapter.platform.hosts, ...adapter.platform.logInHosts],
          ...(userAgent !== null && { user_agent: userAgent }),
        },
        signal,
        (help) => {
          log.info({ profileId, platform: profile.platform, ...help }, "the model was asked");
        },
      );
    const page = lazyPage(startBrowser, log.child({ profileId }));
    const { fetch } = services;
    const { username } = profile;
    const openPage = hasPages(adapter) ? page.open : () => Promise.reject(noPages(adapter));
    const context = { username, cookies: [], openPage, fetch, signal };
    try {
      const { sessionId, cookies } = await perProfile(profileId, async () => {
        signal.throwIfAborted();
        const known = kept.get(profileId);
        if (known) return known;
        const stored = await records.readSession(profileId);
        userAgent = stored?.userAgent ?? null;
        const fresh = await signIn({
          records,
          keyRing,
          profile,
          stored,
          adapter,
          context,
          letIn: async (askedId) => {
            const shown = await page.handOver();
            if (shown) await services.letIn({ askedId, profile, adapter, page: shown });
          },
        });
        if (!page.wasOpened()) keep(profileId, { profile, ...fresh });
        return fresh;
      });
      return await endingSession(services, { profile, adapter, sessionId }, () =>
        work({
          profile,
          adapter,
          context: { ...context, cookies },
          forget: () => void kept.delete(profileId),
        }),
      );
    } catch (error) {
      kept.delete(profileId);
      throw error;
    } finally {
      await page.close();
    }
  };
}

/** No browser is started for platforms whose accounts are connected by a token alone. */
const hasPages = ({ platform }: Adapter) => platform.connectBy.some((way) => way !== "token");

function noPages({ platform: { name } }: Adapter): AppError {
  return new AppError("internal", `${name} is reached without a browser. Nothing was done.`);
}

/**
 * A session that ends in the middle of work is not tried again; the password is, where there is one, or
 * its owner is asked.
 */
async function endingSession<Result>(
  { records }: AccountServices,
  { profile, adapter, sessionId }: Pick<OpenAccount, "adapter" | "profile"> & { sessionId: string },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "reconnect_required") throw error;
    await records.markSession(sessionId, "expired");
    if (profile.credentials !== null) {
      throw new AppError(error.code, error.message, { retry: "backoff", cause: error });
    }
    const change = { connection_status: "expired", scrape_error: error.message } as const;
    await records.updateProfile(profile.id, change);
    throw await askForLogIn({ records, profile, adapter });
  }
}

async function readProfile(records: AccountRecords, id: string): Promise<WorkerProfile> {
  const profile = await records.readProfile(id);
  if (profile !== null) return profile;
  throw new AppError("not_found", "This account was removed. Nothing was done for it.");
}
