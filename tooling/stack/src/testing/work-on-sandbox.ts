import { homesOf } from "@genie/browser-client";
import {
  composedPosts,
  createSandboxAccount,
  openDatabase,
  sandboxAdmin,
  stackUnderTest,
  type TestDatabase,
} from "@genie/testing";
import { z } from "zod";
import type { Installation } from "./run-installation.ts";

type Account = { username: string; profileId: string };
const Created = z.object({ data: z.object({ id: z.string() }) });

/** What a creator has an installation do on accounts of hers on the sandbox, and what came of it. */
export function workOnSandbox(installation: Installation, cookie: string, database: TestDatabase) {
  const browsers = [1, 2].map((instance) => installation.at("BROWSER_PORT", instance));

  async function create(collection: string, row: object): Promise<string> {
    const { status, text } = await installation.post(`/api/directus/items/${collection}`, row, {
      cookie,
    });
    if (status !== 200) throw new Error(`Directus refused: ${status} ${text}`);
    return Created.parse(JSON.parse(text)).data.id;
  }

  return {
    /** An account whose browser sessions are at this one of the two browser services, as long as it is there. */
    async connect(browser: 1 | 2, { posts }: { posts: number }): Promise<Account> {
      for (;;) {
        const credentials = await createSandboxAccount({ posts });
        const { username } = credentials;
        const row = { platform: "sandbox", username, credentials };
        const profileId = await create("creator_profiles", row);
        const [home] = homesOf(browsers, profileId);
        if (home === browsers[browser - 1]) return { username, profileId };
      }
    },
    /** A post that is due in so many milliseconds. */
    plan: ({ profileId }: Account, caption: string, inMs = 1_000) =>
      create("scheduled_posts", {
        creator_profile_id: profileId,
        caption,
        scheduled_for: new Date(Date.now() + inMs).toISOString(),
        status: "pending",
      }),
    orderReading: ({ profileId }: Account) =>
      create("media_jobs", { job_type: "scrape_profile", creator_profile_id: profileId }),
    /** Resolves when the platform has taken a post of this account. */
    taken: async ({ username }: Account) =>
      sandboxAdmin("GET", `/events/next?type=committed&username=${username}&timeout_ms=120000`),
    /** What the platform shows of this account, and how often something is there twice. */
    async shownOn({ username }: Account) {
      const { posts, duplicates } = await composedPosts(username);
      return { captions: posts.map(({ caption }) => caption), duplicates };
    },
    async stateOf(collection: "media_jobs" | "scheduled_posts", id: string) {
      const { rows } = await database.query<{ status: string }>(
        `select status from ${collection} where id = $1`,
        [id],
      );
      return rows[0]?.status;
    },
    /** How many entries an account has in the library, and of how many posts they are. */
    async libraryOf({ profileId }: Account) {
      const { rows } = await database.query<{ entries: number; posts: number }>(
        `select count(*)::int as entries, count(distinct platform_post_id)::int as posts
           from scraped_media where creator_profile_id = $1`,
        [profileId],
      );
      return rows[0];
    },
    /** How many sessions one of the browser services has open. */
    async openSessions(browser: 1 | 2): Promise<number> {
      const answer = await fetch(`${browsers[browser - 1]}/metrics`, {
        headers: { authorization: `Bearer ${installation.secrets.METRICS_TOKEN}` },
      });
      const found = /^genie_browser_sessions_open\S* (\d+)/m.exec(await answer.text());
      return Number(found?.[1]);
    },
  };
}

/** As if the time were over after which the queue takes a reading from a worker that is silent. */
export async function endLock(jobId: string): Promise<void> {
  const queues = openDatabase(stackUnderTest().queuesDatabaseUrl);
  try {
    await queues.query(
      `update genie.job set locked_until_ms = 1, stalled_marked = true
        where queue = 'scrape' and state = 'active' and data ->> 'jobId' = $1`,
      [jobId],
    );
    await queues.query("delete from genie.meta where queue = 'scrape' and field = 'stalled-check'");
  } finally {
    await queues.end();
  }
}
