import { AppError } from "@genie/errors";
import { callService, explain, type ModelHelp, type Service } from "./call-service.ts";
import { createPageDriver } from "./create-page-driver.ts";
import type { PageDriver, SealedSession } from "./page-driver.ts";
import { ProfilesAnswer, StartAnswer, type StartRequest } from "./requests.ts";

export type BrowserClientOptions = {
  /** Where the browser service listens. */
  url: string;
  token: string;
  fetch?: typeof globalThis.fetch;
};

export type BrowserClient = {
  /**
   * Opens a session. `signal` ends it, whatever it does at that time; so does the end of this process.
   * `close` still works after it.
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
  startSealedSession: (request: StartRequest, signal: AbortSignal) => Promise<SealedSession>;
  /** The accounts of which the service keeps something between their sessions. */
  listProfiles: () => Promise<string[]>;
  /** Removes what is kept of an account at once, and ends its sessions. One of which nothing is kept is fine. */
  removeProfile: (account: string) => Promise<void>;
};

// Chromium may have to be started first.
const startTimeoutMs = 90_000;
/** Sessions of the account are ended first. */
const profileTimeoutMs = 30_000;

/** The way to Genie's browser service. */
export function createBrowserClient(options: BrowserClientOptions): BrowserClient {
  const { url, token, fetch = globalThis.fetch } = options;
  const service: Service = { url: url.replace(/\/$/, ""), token, fetch };
  const start = async (
    request: StartRequest,
    signal: AbortSignal,
    onModelHelp?: (help: ModelHelp) => void,
  ): Promise<SealedSession> => {
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
    return createPageDriver({ ...service, onModelHelp }, session, signal);
  };
  return {
    startSession: start,
    startSealedSession: start,
    async listProfiles() {
      const answer = await callService(service, "GET", "/profiles", {
        timeoutMs: profileTimeoutMs,
      });
      return ProfilesAnswer.parse(await answer.json()).accounts;
    },
    async removeProfile(account) {
      const path = `/profiles/${encodeURIComponent(account)}`;
      await callService(service, "DELETE", path, { timeoutMs: profileTimeoutMs });
    },
  };
}

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

function misconfigured(cause: AppError): AppError {
  return new AppError(
    "misconfigured",
    "Genie's browser service does not know this token, so nothing was done on the platform. Set the same BROWSER_TOKEN for both sides.",
    { cause },
  );
}
