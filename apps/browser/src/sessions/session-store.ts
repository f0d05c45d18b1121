import type { StartAnswer, StartRequest } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { Browsers } from "../chromium/create-browsers.ts";
import type { Caller } from "../http/need-token.ts";
import { openSession, type OpenSession, type OpenSessionOptions } from "./open-session.ts";
import { ended, endedError, type Session } from "./session.ts";

export type SessionStore = ReturnType<typeof createSessionStore>;
export type SessionStoreOptions = OpenSessionOptions & {
  browsers: Browsers;
  maxSessions: number;
  /** How long a session may lie unused before it is closed. */
  idleMs: number;
};

type Entry = OpenSession & {
  holder: Caller;
  /** The end of the step before; steps of one session never overlap. */
  last: Promise<unknown>;
  busy: number;
  idle: NodeJS.Timeout | undefined;
};

const rememberedEnds = 200;
const triesAgainAfterMs = 5000;

/** The sessions that are open, and why those that are not any more have ended. */
export function createSessionStore(options: SessionStoreOptions) {
  const { browsers, maxSessions, idleMs, log } = options;
  const open = new Map<string, Entry>();
  const ends = new Map<string, { reason: AppError; holder: Caller }>();
  let starting = 0;
  let closed = false;

  const end = async (id: string, reason: AppError): Promise<void> => {
    const entry = open.get(id);
    if (entry === undefined) return;
    open.delete(id);
    clearTimeout(entry.idle);
    entry.session.ending.abort(reason);
    ends.set(id, { reason: endedError(entry.session) ?? reason, holder: entry.holder });
    const [oldest] = ends.keys();
    if (ends.size > rememberedEnds && oldest !== undefined) ends.delete(oldest);
    try {
      await entry.close();
    } catch {
      log.error({ sessionId: id }, "session not closed cleanly");
    }
  };

  const restIdle = (entry: Entry): void => {
    clearTimeout(entry.idle);
    const { id } = entry.session;
    if (entry.busy > 0 || !open.has(id)) return;
    entry.idle = setTimeout(() => {
      const minutes = Math.round(idleMs / 60_000);
      log.info({ sessionId: id }, "idle session closed");
      void end(id, ended(`The browser session was closed after ${minutes} minutes without use.`));
    }, idleMs);
  };

  const find = (id: string): Entry => {
    const entry = open.get(id);
    if (entry) return entry;
    throw ends.get(id)?.reason ?? unknown();
  };

  return {
    /** Throws `rate_limited` when all places are taken. */
    async start(request: StartRequest, holder: Caller): Promise<StartAnswer> {
      if (closed) throw shuttingDown();
      if (open.size + starting >= maxSessions) throw full(maxSessions);
      starting += 1;
      try {
        const opened = await openSession(browsers, request, options);
        const { id, userAgent, ending } = opened.session;
        const entry: Entry = {
          ...opened,
          holder,
          last: Promise.resolve(),
          busy: 0,
          idle: undefined,
        };
        open.set(id, entry);
        const isOver = () => {
          const reason = endedError(opened.session);
          if (reason) void end(id, reason);
        };
        ending.signal.addEventListener("abort", isOver, { once: true });
        isOver();
        if (closed) await end(id, shuttingDown());
        restIdle(entry);
        return { session_id: id, user_agent: userAgent };
      } finally {
        starting -= 1;
      }
    },

    /** An open session, for what is no step of it. Throws as `requireHolder` does. */
    find(id: string, caller: Caller): Session {
      const { session, holder } = find(id);
      if (holder === caller) return session;
      throw unknown();
    },

    /** Throws when the session is another's, in the words that tell of one that never was. */
    requireHolder(id: string, caller: Caller): void {
      if ((open.get(id) ?? ends.get(id))?.holder !== caller) throw unknown();
    },

    /**
     * Takes a step, after those before it. A caller who goes away meanwhile ends the session, so that
     * nothing happens later that nobody waits for.
     */
    async use<Result>(
      id: string,
      caller: AbortSignal,
      step: (session: Session) => Promise<Result>,
    ): Promise<Result> {
      const entry = find(id);
      const { session } = entry;
      entry.busy += 1;
      clearTimeout(entry.idle);
      const leave = () => void end(id, ended("The browser session was left in mid-step."));
      caller.addEventListener("abort", leave, { once: true });
      const turn = entry.last.then(async () => {
        const over = endedError(session);
        if (over) throw over;
        return step(session);
      });
      entry.last = turn.catch(() => {});
      try {
        return await turn;
      } catch (error) {
        throw error instanceof AppError ? error : (endedError(session) ?? error);
      } finally {
        caller.removeEventListener("abort", leave);
        entry.busy -= 1;
        restIdle(entry);
      }
    },

    /** Keeps a session from being idle for as long as something of it is read. */
    hold(id: string, reading: Promise<unknown>): void {
      const entry = open.get(id);
      if (entry === undefined) return;
      entry.busy += 1;
      clearTimeout(entry.idle);
      void reading.finally(() => {
        entry.busy -= 1;
        restIdle(entry);
      });
    },

    /** Calls back when the session ends, at once when it has. */
    onEnd(id: string, callback: () => void): void {
      const signal = open.get(id)?.session.ending.signal;
      if (signal === undefined || signal.aborted) callback();
      else signal.addEventListener("abort", callback, { once: true });
    },

    count: () => open.size,

    /** Closes a session; one that has ended already is fine. */
    close: (id: string) => end(id, ended("The browser session was closed.")),

    async closeAll(): Promise<void> {
      closed = true;
      await Promise.all([...open.keys()].map((id) => end(id, shuttingDown())));
    },
  };
}

const unknown = () => ended("There is no such browser session.");

function full(maxSessions: number): AppError {
  return new AppError(
    "rate_limited",
    `All ${maxSessions} browser sessions are in use. Nothing was done on the platform; try again in a moment.`,
    { retry: { afterMs: triesAgainAfterMs } },
  );
}

function shuttingDown(): AppError {
  return new AppError(
    "upstream_unavailable",
    "Genie's browser service is being stopped. Try again in a minute.",
  );
}
