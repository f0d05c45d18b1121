import type { LiveInput } from "@genie/browser-client";
import { setTimeout as delay } from "node:timers/promises";

/** What a person does; that a picture was shown is none of it. */
export type Deed = Exclude<LiveInput, { type: "shown" }>;

/** How long one input may take on the page until the next one is tried. */
const patienceMs = 2000;
const mostWaiting = 500;

/**
 * Takes one input after the other, since Chromium may let a text overtake a click. What is only on its
 * way, such as a move, gives way to a newer one. A page that hangs for so long that hundreds wait gets no
 * more of them; `onFull` is called then.
 */
export function takeInTurn(
  take: (input: Deed) => Promise<unknown>,
  onFull: () => void,
): (input: Deed) => void {
  const waiting: Deed[] = [];
  let isTaking = false;
  let isFull = false;

  const takeAll = async (): Promise<void> => {
    isTaking = true;
    for (let input = waiting.shift(); input !== undefined; input = waiting.shift()) {
      const late = new AbortController();
      const patience = delay(patienceMs, undefined, { signal: late.signal }).catch(() => {});
      // What a page that is just going can't take any more is lost, as it is for people.
      await Promise.race([take(input).catch(() => {}), patience]);
      late.abort();
    }
    isTaking = false;
    isFull = false;
  };

  return (input) => {
    const last = waiting.at(-1);
    const merged = last && merge(last, input);
    if (merged) waiting.splice(-1, 1, merged);
    else if (waiting.length < mostWaiting) waiting.push(input);
    else if (!isFull) {
      isFull = true;
      onFull();
    }
    if (!isTaking) void takeAll();
  };
}

/** One input that does what two in a row do; null when there is none. */
export function merge(last: Deed, next: Deed): Deed | null {
  if (last.type === "wheel" && next.type === "wheel") {
    return { ...next, dx: last.dx + next.dx, dy: last.dy + next.dy };
  }
  if (last.type === "view" && next.type === "view") return next;
  const isMove = (input: Deed) => "kind" in input && input.kind === "move";
  return last.type === next.type && isMove(last) && isMove(next) ? next : null;
}
