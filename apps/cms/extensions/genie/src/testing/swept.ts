import { vi } from "vitest";

/** What a sweep answers once no other is under way, such as the last of a worker that was held since. */
export const swept = <Answer extends { skipped: boolean }>(
  sweepOnce: () => Promise<Answer>,
): Promise<Answer> =>
  vi.waitFor(
    async () => {
      const answer = await sweepOnce();
      if (answer.skipped) throw new Error("Another sweep is under way.");
      return answer;
    },
    { timeout: 60_000, interval: 100 },
  );
