import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "@genie/logger";
import type { SetBackAnswer, SetBackRequest } from "@genie/schema";
import type { IntentMemory } from "./intent-memory.ts";

/** A minute in all: machines that start together are up by then. */
const mostPauses = 30;
const pauseMs = 2_000;

/**
 * Compares what is remembered of the intents with what the database knows. Where nothing is remembered and no other
 * worker was heard of, it waits for one that remembers, a minute at most, before the database is taken for a copy
 * of an older one. Nothing may be sent until this resolves.
 */
export async function checkForRestore({
  memory,
  ask,
  log,
  pause = () => wait(pauseMs),
}: {
  memory: IntentMemory;
  ask: (request: SetBackRequest) => Promise<SetBackAnswer>;
  log: Logger;
  /** Between asking and asking again. */
  pause?: () => Promise<unknown>;
}): Promise<void> {
  const last = await memory.last();
  let answer = await ask({ intent_no: last, can_wait: last === null });
  if (answer.ask_again)
    log.warn("nothing is remembered of what was sent: waits for another worker");
  for (let pauses = 1; answer.ask_again && pauses <= mostPauses; pauses += 1) {
    await pause();
    answer = await ask({ intent_no: null, can_wait: pauses < mostPauses });
  }
  void memory.note(answer.intent_no);
  if (answer.set_back) {
    log.error("the database was set back: publishing is stopped, see docs/runbooks/restore.md");
  }
}
