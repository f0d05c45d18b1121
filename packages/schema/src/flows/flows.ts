import { accountNeedsLogin } from "./account-needs-login.ts";
import { digestNow } from "./digest-now.ts";
import type { Flow } from "./flow.ts";
import { nightlyDigest } from "./nightly-digest.ts";
import { platformScrapeFlow } from "./platform-scrape-flow.ts";
import { postNeedsOwner } from "./post-needs-owner.ts";
import { processMedia } from "./process-media.ts";
import { readAccountAnew } from "./read-account-anew.ts";
import { tellPerson } from "./tell-person.ts";

/**
 * Every flow that the release brings, each after those that it starts. An operator's own flows are
 * none of these, and stay hers.
 */
export const flows: readonly Flow[] = [
  tellPerson,
  platformScrapeFlow,
  processMedia,
  readAccountAnew,
  nightlyDigest,
  digestNow,
  postNeedsOwner,
  accountNeedsLogin,
];
