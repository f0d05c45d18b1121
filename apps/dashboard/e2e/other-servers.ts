import { blueskyServer, mastodonServer } from "@genie/testing";
import { e2eEnv } from "./e2e-env.ts";

const env = e2eEnv();

/** The real Bluesky server of the stack. */
export const blueskyOfStack = blueskyServer({
  url: env.BLUESKY_URL,
  token: env.BLUESKY_FAULTS_TOKEN,
});

/** Its double of a Mastodon server. */
export const mastodonOfStack = mastodonServer({
  url: env.MASTODON_TEST_URL,
  token: env.MASTODON_ADMIN_TOKEN,
});
