import type { Messages } from "#messages/messages.ts";

/** "340 ms" or "2.1 s". */
export function sayDuration(ms: number, { runs }: Pick<Messages, "runs">): string {
  return ms < 1_000 ? runs.milliseconds(ms) : runs.seconds((ms / 1_000).toFixed(1));
}
