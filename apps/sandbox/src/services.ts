import type { Logger } from "@genie/logger";
import type { AccountStore } from "./accounts/account-store.ts";
import type { ChallengeStore } from "./accounts/challenge-store.ts";
import type { SessionStore } from "./accounts/session-store.ts";
import type { EventBus } from "./events/event-bus.ts";
import type { FanStore } from "./fans/fan-store.ts";
import type { FaultStore } from "./faults/fault-store.ts";
import type { FileStore } from "./media/file-store.ts";
import type { MediaLibrary } from "./media/media-library.ts";
import type { PostStore } from "./posts/post-store.ts";
import type { Database } from "./store/database.ts";

/** What the routes work with. */
export type Services = {
  database: Database;
  accounts: AccountStore;
  sessions: SessionStore;
  challenges: ChallengeStore;
  posts: PostStore;
  fans: FanStore;
  files: FileStore;
  faults: FaultStore;
  events: EventBus;
  library: MediaLibrary;
  log: Logger;
  demoPassword: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Aborts when the server closes, so that nobody waits for an answer any longer. */
  closing: AbortSignal;
};
