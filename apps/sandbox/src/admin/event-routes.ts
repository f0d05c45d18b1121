import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import type { NumberedEvent } from "../events/event-bus.ts";
import type { AppContext, AppEnv } from "../http/app-env.ts";
import type { Services } from "../services.ts";

const heartbeatMs = 15_000;
const longestWaitMs = 120_000;
const mostUnreadBytes = 4 * 1024 * 1024;

/** What happens, as it happens: as a stream, or one event a call. */
export function eventRoutes({ events, closing }: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get("/events", (context) => {
    const { outgoing } = context.env;
    const isWanted = readFilter(context);
    outgoing.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    // Written to the socket at once, so that a reader hears of a post before its author does.
    const write = (event: NumberedEvent) => {
      if (outgoing.writableLength > mostUnreadBytes) outgoing.destroy();
      else if (isWanted(event)) outgoing.write(message(event));
    };
    outgoing.write(": listening\n\n");
    const from = context.req.header("last-event-id") ?? context.req.query("after");
    if (from !== undefined) events.after(Number(from)).forEach(write);
    const unsubscribe = events.subscribe(write);
    const heartbeat = setInterval(() => outgoing.write(": still here\n\n"), heartbeatMs);
    const end = () => outgoing.end();
    closing.addEventListener("abort", end, { once: true });
    outgoing.once("close", () => {
      unsubscribe();
      clearInterval(heartbeat);
      closing.removeEventListener("abort", end);
    });
    return RESPONSE_ALREADY_SENT;
  });

  app.get("/events/next", async (context) => {
    const isWanted = readFilter(context);
    const timeoutMs = Number(context.req.query("timeout_ms") ?? 30_000) || 0;
    const after = context.req.query("after");
    const known = after === undefined ? undefined : events.after(Number(after)).find(isWanted);
    const event = known ?? (await nextEvent(isWanted, Math.min(timeoutMs, longestWaitMs)));
    return context.json({ event, cursor: event?.seq ?? events.latest() });
  });

  return app;

  function nextEvent(
    isWanted: (event: NumberedEvent) => boolean,
    timeoutMs: number,
  ): Promise<NumberedEvent | null> {
    return new Promise((resolve) => {
      const finish = (event: NumberedEvent | null) => {
        unsubscribe();
        clearTimeout(timer);
        closing.removeEventListener("abort", giveUp);
        resolve(event);
      };
      const giveUp = () => finish(null);
      const unsubscribe = events.subscribe((event) => {
        if (isWanted(event)) finish(event);
      });
      const timer = setTimeout(giveUp, timeoutMs);
      closing.addEventListener("abort", giveUp, { once: true });
    });
  }
}

function readFilter(context: AppContext): (event: NumberedEvent) => boolean {
  const { type, username } = context.req.query();
  return (event) =>
    (type === undefined || event.type === type) &&
    (username === undefined || event.username === username);
}

function message(event: NumberedEvent): string {
  return `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
