import type { ActionAnswer, ActionEvent, ActionStep } from "@genie/schema";
import type { RequestHandler, Response } from "express";
import type { GateRequest } from "../directus.ts";
import { failureOf } from "./failure.ts";

/** How whoever asked follows a run. */
export type Watch = {
  /** Ends when nobody waits for the answer any more. */
  signal: AbortSignal;
  onStep: (step: ActionStep) => void;
};

type Run = (watch: Watch) => Promise<ActionAnswer>;
/** A run, or an answer that needs none. */
type Prepared = { run: Run } | { data: unknown };

/**
 * A route that runs something. It answers `{ data }`, or, to who accepts `text/event-stream`, each step as
 * it goes and then how it ended. What `prepare` throws is always answered as Directus answers errors.
 */
export function streaming(prepare: (request: GateRequest) => Promise<Prepared>): RequestHandler {
  return async (request, response, next) => {
    const gone = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    try {
      // Directus adds the rest before any route of ours runs.
      const prepared = await prepare(request as unknown as GateRequest);
      if ("data" in prepared) return void response.json(prepared);
      if (request.accepts(["json", "text/event-stream"]) === "text/event-stream") {
        return await sendEvents(response, prepared.run, gone.signal);
      }
      const data = await prepared.run({ signal: gone.signal, onStep: () => {} });
      return void response.json({ data });
    } catch (error) {
      return next(failureOf(error));
    }
  };
}

async function sendEvents(response: Response, run: Run, signal: AbortSignal): Promise<void> {
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    // A proxy that gathers what it passes on would hold the steps back.
    "X-Accel-Buffering": "no",
  });
  const send = ({ event, data }: ActionEvent) =>
    void response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  try {
    send({
      event: "end",
      data: await run({ signal, onStep: (data) => send({ event: "step", data }) }),
    });
  } catch (error) {
    const { code, message, extensions } = failureOf(error);
    send({
      event: "end",
      data: { status: "failed", code, message, steps: extensions.steps ?? [] },
    });
  }
  response.end();
}
