import { accountNeedsLogin } from "./account-needs-login.ts";
import { digestNow } from "./digest-now.ts";
import type { Flow } from "./flow.ts";
import { nightlyDigest } from "./nightly-digest.ts";
import { platformScrapeFlow } from "./platform-scrape-flow.ts";
import { postNeedsOwner } from "./post-needs-owner.ts";
import { readAccountAnew } from "./read-account-anew.ts";
import { tellPerson } from "./tell-person.ts";

/**
 * Every flow that the release brings, each after those that it starts. An operator's own flows are
 * none of these, and stay hers.
 */
export const flows: readonly Flow[] = [
  tellPerson,
  platformScrapeFlow,
  readAccountAnew,
  nightlyDigest,
  digestNow,
  postNeedsOwner,
  accountNeedsLogin,
];

/** Flows of earlier releases, by their ids: applying takes them away. */
export const retiredFlows: readonly string[] = ["6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6102"];
