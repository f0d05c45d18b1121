import { createPost } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Benchmark } from "./benchmark.ts";
import { summarize } from "./measure.ts";
import { published } from "./post-lateness.ts";
import { pidOf, restarted } from "./stack-pids.ts";
import { onPublishingStack, type PublishingStack } from "./publishing-stack.ts";

const kills = 20;
const postsEach = 2;
const commitWithinMs = 90_000;

/**
 * Kills the worker (SIGKILL) at the moment the platform has committed a post of it and before the
 * worker can hear of it, twenty times, in real Chromium. Then every post has to be on the platform
 * once, and to be known as published.
 */
export const kill: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ signal }) =>
    onPublishingStack({ SWEEP_INTERVAL_MS: "5000" }, signal, async (stack) => {
      let cursor = await stack.sandbox.cursor();
      for (let n = 0; n < kills; n += 1) {
        signal.throwIfAborted();
        await schedule(stack, n);
        const victim = await pidOf(stack.runFile, "worker");
        const seen = await stack.sandbox.nextCommit(stack.username, cursor, commitWithinMs);
        if (seen === null)
          throw new AppError("internal", `No post was committed in round ${n + 1}.`);
        process.kill(victim, "SIGKILL");
        cursor = seen;
        await restarted(stack.runFile, "worker", { victim, signal });
        process.stderr.write(`Killed ${n + 1} of ${kills}\n`);
      }
      const count = kills * postsEach;
      const rows = await published(stack, "Round ", count, signal);
      const { posts, duplicates } = await stack.sandbox.composed(stack.username);
      const captions = new Set(posts.map(({ caption }) => caption));
      const unknown = rows.filter(({ post }) => !posts.some(({ id }) => id === post));
      const figures = {
        kills_count: summarize([kills]),
        posts_count: summarize([count]),
        duplicates_count: summarize([duplicates + posts.length - captions.size]),
        lost_count: summarize([count - captions.size]),
        wrong_state_count: summarize([unknown.length]),
      };
      const bars = Object.entries(figures).map(([label, figure]) => ({
        label: label.replace("_count", ""),
        series: "posts",
        figure,
      }));
      return { figures, plot: { title: "SIGKILL at the moment of commit", unit: "count", bars } };
    }),
};

async function schedule({ creator, profileId }: PublishingStack, round: number): Promise<void> {
  for (let n = 0; n < postsEach; n += 1) {
    await createPost(creator, {
      profileId,
      mediaIds: [],
      caption: `Round ${round}, post ${n}`,
      scheduledFor: new Date(Date.now() + 2_000).toISOString(),
      timezone: "UTC",
      status: "pending",
    });
  }
}
