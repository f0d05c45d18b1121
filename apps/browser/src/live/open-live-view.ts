import type { LiveOutput } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { Logger } from "@genie/logger";
import { setTimeout as delay } from "node:timers/promises";
import type { WebSocket } from "ws";
import { endedError, type Session } from "../sessions/session.ts";
import type { SessionStore } from "../sessions/session-store.ts";
import { readInputs } from "./read-inputs.ts";
import { showPage } from "./show-page.ts";

export type LiveView = {
  /** Says the last word. Resolves when the page is again as it was before the view. */
  end: (sentence: string) => Promise<void>;
  /** The same, without ending it. */
  over: Promise<void>;
};
export type Attached = {
  sessionId: string;
  viewer: WebSocket;
  /** The end of the view before. */
  before: Promise<void> | undefined;
};

/** How long a page that hangs may keep the next viewer waiting. */
const takeOverMs = 3000;
/** RFC 6455: the message breaks the rules of who receives it. */
const policyViolation = 1008;

/** Shows a session's page to a viewer and takes what the person does, until one of both is gone. */
export function openLiveView(sessions: SessionStore, attached: Attached, log: Logger): LiveView {
  const { sessionId, viewer, before } = attached;
  const leaving = new AbortController();
  const left = leaving.signal;
  let over = Promise.resolve();
  const say = (message: LiveOutput) => viewer.send(JSON.stringify(message));
  const end = (sentence: string): Promise<void> => {
    if (!left.aborted) {
      say({ type: "end", sentence });
      viewer.close();
      leaving.abort();
    }
    return over;
  };
  viewer.once("close", () => leaving.abort());
  // Of a message that is too large or broken; the socket is closed after it.
  viewer.on("error", () => leaving.abort());
  const inputs = readInputs(viewer, left, (sentence) => {
    viewer.close(policyViolation, sentence);
    leaving.abort();
  });

  const serve = async (session: Session): Promise<void> => {
    const startedAt = performance.now();
    sessions.onEnd(sessionId, () => void end(reasonOf(session)));
    await Promise.race([before, delay(takeOverMs, undefined, { ref: false })]);
    try {
      const picture = (jpeg: Buffer) => viewer.send(jpeg);
      await showPage(session, { say, picture, inputs, left });
    } catch {
      // Without the cause: messages of Playwright's repeat what was typed.
      void end("The page can't be shown. Nothing on it is lost; open the view again.");
    }
    const durationMs = Math.round(performance.now() - startedAt);
    log.info({ sessionId, inputs: inputs.count(), durationMs }, "live view ended");
  };

  try {
    over = serve(sessions.find(sessionId, "full"));
    sessions.hold(sessionId, over);
  } catch (error) {
    void end(error instanceof AppError ? error.message : "The browser was closed.");
  }
  return { end, over };
}

function reasonOf(session: Session): string {
  return endedError(session)?.message ?? "The browser was closed.";
}
