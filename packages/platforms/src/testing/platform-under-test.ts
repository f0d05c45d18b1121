import type { Adapter, AdapterContext, OutgoingPost, PlatformFan } from "../adapter.ts";
import type { Credentials } from "../platform.ts";

export type Challenge = "captcha" | "one_time_code";

/** What can be made to happen on the platform, once and to one account. */
export type Trouble =
  | Challenge
  | "session_ended"
  | "rate_limited"
  /** It publishes and never answers. */
  | "answer_lost"
  | "error_after_publishing"
  | "error_before_publishing";

export type OpenContext = AdapterContext & { close: () => Promise<void> };

/** A platform that does what it is told, for the suite. */
export type PlatformUnderTest = {
  adapter: Adapter;
  /** The same for an address where nobody answers. */
  unreachable: Adapter;
  createAccount: () => Promise<{ username: string; credentials: Credentials }>;
  openContext: (username: string, signal?: AbortSignal) => OpenContext;
  bring: (trouble: Trouble, username: string) => Promise<void>;
  /** What the platform itself says is there, newest first. */
  publishedBy: (username: string) => Promise<{ id: string; caption: string; files: number }[]>;
  files: (count: number) => OutgoingPost["files"];
  /** The fans of an account as the platform itself says; where the adapter lists fans. */
  fansOf?: (username: string) => Promise<PlatformFan[]>;
  /** A post that is not found may be on its way, so a look-up throws rather than say that it is not there. */
  absenceIsDoubt?: boolean;
  /** Takes a post away, as a moderator would. */
  takeDown: (username: string, platformPostId: string) => Promise<void>;
};
