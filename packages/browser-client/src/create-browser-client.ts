import { AppError } from "@genie/errors";
import { fromAnyOf, homesOf, nameSession } from "./browser-services.ts";
import { callService, explain, type ModelHelp, type Service } from "./call-service.ts";
import { createPageDriver } from "./create-page-driver.ts";
import type { PageDriver, SealedSession } from "./page-driver.ts";
import { ProfilesAnswer, StartAnswer, type StartRequest } from "./requests.ts";

export type BrowserClientOptions = {
  /** Where the browser service listens, or each of several. */
  url: string | readonly string[];
  token: string;
  fetch?: typeof globalThis.fetch;
};

export type BrowserClient = {
  /**
   * Opens a session. `signal` ends it, whatever it does at that time; so does the end of this process.
   * `close` still works after it. Of several services an account has one that it comes back to: it waits for a place
   * there, and is at another only while that one does not answer. One without an account goes where there is room.
   * Throws `upstream_unavailable` when the service is not running, `rate_limited` when it has no place
   * left, `invalid_input` for hosts that a session must not be let to, `misconfigured` when Chromium
   * does not start.
   */
  startSession: (
    request: StartRequest,
    signal: AbortSignal,
    /** Called for each step that a language model had to help with. */
    onModelHelp?: (help: ModelHelp) => void,
  ) => Promise<PageDriver>;
  /** The same for who has only sealed cookies to sign in with. */
  startSealedSession: (
    request: StartRequest,
    signal: AbortSignal,
    onModelHelp?: (help: ModelHelp) => void,
  ) => Promise<SealedSession>;
  /**
   * The accounts of which a service keeps something between their sessions. One of several that does not answer is
   * left out.
   */
  listProfiles: () => Promise<string[]>;
  /**
   * Removes what is kept of an account at once, and ends its sessions. One of which nothing is kept is fine. Throws when
   * one of several services can't be asked; it is removed from the others then.
   */
  removeProfile: (account: string) => Promise<void>;
};

// Chromium may have to be started first.
const startTimeoutMs = 90_000;
/** Sessions of the account are ended first. */
const profileTimeoutMs = 30_000;

/** The way to Genie's browser services. */
export function createBrowserClient(options: BrowserClientOptions): BrowserClient {
  const { token, fetch = globalThis.fetch } = options;
  const urls = [options.url].flat().map((url) => new URL(url).origin);
  const serviceAt = (url: string): Service => ({ url, token, fetch });

  const startAt = async (
    url: string,
    request: StartRequest,
    signal: AbortSignal,
    onModelHelp?: (help: ModelHelp) => void,
  ): Promise<SealedSession> => {
    const service = serviceAt(url);
    const answer = await callService(service, "POST", "/sessions", {
      signal,
      timeoutMs: startTimeoutMs,
      json: { ...request, tied: true } satisfies StartRequest,
    }).catch((error: unknown) => {
      throw error instanceof AppError && error.code === "unauthenticated"
        ? misconfigured(error)
        : error;
    });
    const session = StartAnswer.parse(await readFirstLine(answer));
    const name = nameSession(url, session.session_id);
    return createPageDriver({ ...service, onModelHelp }, { ...session, name }, signal);
  };

  const start: BrowserClient["startSealedSession"] = async (request, signal, onModelHelp) => {
    const { account } = request;
    const services = account === undefined ? fromAnyOf(urls) : homesOf(urls, account);
    const passedOver: AppError[] = [];
    for (const url of services) {
      try {
        return await startAt(url, request, signal, onModelHelp);
      } catch (error) {
        if (!(error instanceof AppError) || signal.aborted) throw error;
        const isFull = error.code === "rate_limited" && account === undefined;
        if (!isFull && error.code !== "upstream_unavailable") throw error;
        passedOver.push(error);
      }
    }
    throw passedOver.find(({ code }) => code === "rate_limited") ?? passedOver[0] ?? noService();
  };

  return {
    startSession: start,
    startSealedSession: start,
    async listProfiles() {
      const lists = await Promise.allSettled(urls.map((url) => listAt(serviceAt(url))));
      const kept = lists.flatMap((list) => (list.status === "fulfilled" ? [list.value] : []));
      const [refused] = lists.filter((list) => list.status === "rejected");
      if (refused && (kept.length === 0 || !isAway(refused.reason))) throw refused.reason;
      return [...new Set(kept.flat())];
    },
    async removeProfile(account) {
      const path = `/profiles/${encodeURIComponent(account)}`;
      const removals = await Promise.allSettled(
        urls.map((url) =>
          callService(serviceAt(url), "DELETE", path, { timeoutMs: profileTimeoutMs }),
        ),
      );
      const [refused] = removals.filter((removal) => removal.status === "rejected");
      if (refused) throw refused.reason;
    },
  };
}

async function listAt(service: Service): Promise<string[]> {
  const answer = await callService(service, "GET", "/profiles", { timeoutMs: profileTimeoutMs });
  return ProfilesAnswer.parse(await answer.json()).accounts;
}

const isAway = (error: unknown) =>
  error instanceof AppError && error.code === "upstream_unavailable";

/** The session lives as long as this connection: what comes after the first line is only read away. */
async function readFirstLine(answer: Response): Promise<unknown> {
  const lines = (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream());
  const reader = lines.getReader();
  let text = "";
  try {
    while (!text.includes("\n")) {
      const { done, value } = await reader.read();
      if (done) break;
      text += value;
    }
  } catch (cause) {
    throw explain(cause, { stopped: false, silent: false });
  }
  void readAway(reader);
  return JSON.parse(text);
}

async function readAway(reader: ReadableStreamDefaultReader<string>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The session has ended; its next step says so.
  }
}

const noService = () =>
  new AppError("misconfigured", "No browser service is named. Set BROWSER_URL to its address.");

function misconfigured(cause: AppError): AppError {
  return new AppError(
    "misconfigured",
    "Genie's browser service does not know this token, so nothing was done on the platform. Set the same BROWSER_TOKEN for both sides.",
    { cause },
  );
}
