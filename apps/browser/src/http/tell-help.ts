import { modelCallsHeader } from "@genie/browser-client";
import type { Logger } from "@genie/logger";
import type { Context } from "hono";
import type { Session } from "../sessions/session.ts";

/** Takes a step and tells, to the log and to the caller, how often the language model was asked for it. */
export async function tellHelp<Result>(
  { log, context, session }: { log: Logger; context: Context; session: Session },
  step: (session: Session) => Promise<Result>,
): Promise<Result> {
  const startedAt = performance.now();
  try {
    return await step(session);
  } finally {
    const calls = session.help?.guide.takeCalls() ?? 0;
    if (calls > 0) {
      context.header(modelCallsHeader, String(calls));
      const host = URL.parse(session.page.url())?.host;
      const durationMs = Math.round(performance.now() - startedAt);
      const name = context.req.path.split("/").at(-1);
      log.info(
        { sessionId: session.id, host, step: name, calls, durationMs },
        "the model was asked",
      );
    }
  }
}
