import { LiveInput } from "@genie/browser-client";
import type { WebSocket } from "ws";

/** What a viewer says; what came before anybody listened is kept. */
export type Inputs = {
  each: (take: (input: LiveInput) => void) => void;
  count: () => number;
};

const mostMessagesASecond = 600;
/** A viewer that is gone without a word would keep the session from being idle. */
const pingMs = 30_000;

/** Reads until `left`. A viewer that says something else, or too much, is given to `cutOff`. */
export function readInputs(
  viewer: WebSocket,
  left: AbortSignal,
  cutOff: (sentence: string) => void,
): Inputs {
  const early: LiveInput[] = [];
  let take = (input: LiveInput): void => void early.push(input);
  let count = 0;
  let countThisSecond = 0;
  let isThere = true;
  const clock = setInterval(() => (countThisSecond = 0), 1000);
  const pings = setInterval(() => {
    if (!isThere) viewer.terminate();
    isThere = false;
    viewer.ping();
  }, pingMs);
  left.addEventListener("abort", () => {
    clearInterval(clock);
    clearInterval(pings);
  });
  viewer.on("pong", () => (isThere = true));
  viewer.on("message", (data, isBinary) => {
    if (left.aborted) return;
    count += 1;
    countThisSecond += 1;
    const input = isBinary || !Buffer.isBuffer(data) ? null : readInput(data.toString());
    if (input === null) cutOff("This is no message of a live view.");
    else if (countThisSecond > mostMessagesASecond) {
      cutOff("These are too many messages for a live view.");
    } else take(input);
  });
  return {
    each: (taker) => {
      take = taker;
      for (const input of early.splice(0)) take(input);
    },
    count: () => count,
  };
}

function readInput(text: string): LiveInput | null {
  try {
    return LiveInput.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
