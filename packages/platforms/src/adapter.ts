import type { ContentRating } from "@genie/schema";
import type { Cookie, PageDriver, PageFile, StorageEntry } from "@genie/browser-client";
import type { AccountLimits } from "./account-limits.ts";
import type { Credentials, MediaKind, Platform } from "./platform.ts";

/** What an adapter is handed for one account. It knows no environment, database, queue or logger. */
export type AdapterContext = {
  username: string;
  /** The session that the account is signed in with; none while it is being signed in. */
  cookies: readonly Cookie[];
  /** What of that session the site keeps in local storage. */
  localStorage?: readonly StorageEntry[];
  /** Starts the browser on first use; adapters of platforms with an API never call it. */
  openPage: () => Promise<PageDriver>;
  /** Reaches hosts of the internet alone, whatever a name stands for, and those the operator named. */
  fetch: typeof globalThis.fetch;
  signal: AbortSignal;
};

/** What signing in came to. A challenge is the person's to answer. */
export type LogInResult =
  | {
      kind: "signed_in";
      cookies: Cookie[];
      localStorage?: StorageEntry[];
      userAgent: string;
      expiresAt: Date | null;
    }
  | { kind: "challenge"; challenge: "captcha" | "one_time_code"; sentence: string };

/** Figures of a profile; null where the platform does not show one. Money in the currency's unit. */
export type ProfileFigures = {
  displayName: string;
  followers: number | null;
  following: number | null;
  posts: number | null;
  likes: number | null;
  earnings: string | null;
  currency: string | null;
};

export type PostMedia = {
  kind: MediaKind;
  url: string;
  width: number | null;
  height: number | null;
};

/** A post as the platform shows it to its author. */
export type PlatformPost = {
  platformPostId: string;
  permalink: string;
  caption: string;
  tags: string[];
  publishedAt: Date;
  likes: number | null;
  comments: number | null;
  views: number | null;
  earnings: string | null;
  currency: string | null;
  media: PostMedia[];
};

/** A fan as the platform shows her to the creator; null where it does not say. */
export type PlatformFan = {
  platformFanId: string;
  username: string;
  displayName: string | null;
  /** What the platform calls the subscription. */
  tier: string | null;
  status: "active" | "expired" | "unknown";
  subscribedAt: Date | null;
  /** In the currency's unit, as a decimal. */
  totalSpent: string | null;
  lastInteraction: Date | null;
};

export type OutgoingFile = PageFile & {
  kind: MediaKind;
  sizeBytes: number;
  /** In pixels, where it is known. */
  width: number | null;
  height: number | null;
  /** What it shows, in words; empty where nobody wrote it. */
  altText: string;
};

export type OutgoingPost = {
  caption: string;
  files: OutgoingFile[];
  rating: ContentRating;
  /** Answers to the platform's options, such as `visibility`; unknown ones are ignored. */
  config: Record<string, unknown>;
  /** The same each time that this post is sent, as is `dueAt`. */
  idempotencyKey: string;
  dueAt: Date;
};

/**
 * What `send` came to. `unknown`: it may have gone out. Whether it is tried again is not the sender's to
 * say, so no sentence does.
 */
export type SendResult =
  | { kind: "published"; platformPostId: string; permalink: string; publishedAt: Date | null }
  | {
      kind: "refused";
      sentence: string;
      retryAfterMs: number | null;
      /** The platform wants that pause for all posts of the account. */
      holdsAccount?: true;
    }
  | { kind: "unknown"; sentence: string };

/** A post that waits, filled in, for the moment. */
export type PreparedPost = {
  /** Sends it, once. Never throws: what can't be told apart is `unknown`. */
  send: () => Promise<SendResult>;
  /** Once it is published: the post as the platform shows it, a PNG. Throws when that can't be had. */
  picture?: () => Promise<Uint8Array>;
};

export type LookUp = {
  caption: string;
  fileCount: number;
  idempotencyKey: string;
  dueAt: Date;
  /** When our request went out, by the database's clock. */
  sentAt: Date;
  /** Posts that are known to be others. */
  knownPostIds: readonly string[];
};

export type FoundPost = { platformPostId: string; permalink: string; publishedAt: Date };

/**
 * The ways into one platform. Methods throw `AppError`: `reconnect_required` when the log-in is
 * refused or the session has ended, `platform_rejected` for a definite refusal, `rate_limited` with
 * the delay, `upstream_unavailable` when the site does not answer, `platform_changed` when a page is
 * not what it was.
 */
export type Adapter = {
  platform: Platform;
  /** Signs in with what the creator entered. */
  logIn: (context: AdapterContext, credentials: Credentials) => Promise<LogInResult>;
  /** Puts a stored session in and says whether it still holds. */
  resumeSession: (context: AdapterContext, cookies: Cookie[]) => Promise<"active" | "expired">;
  scrapeProfile: (context: AdapterContext) => Promise<ProfileFigures>;
  /** What the account's own server takes, where servers of the platform differ. */
  readLimits?: (context: AdapterContext) => Promise<AccountLimits>;
  /** Reads a file of a post by `context.fetch`, where no browser is needed for it. */
  openMedia?: (
    context: AdapterContext,
    media: PostMedia,
  ) => Promise<AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>>;
  /** Newest first, page by page. Stops when the caller does. */
  listPosts: (context: AdapterContext) => AsyncIterable<PlatformPost[]>;
  /** The fans of the account, page by page, each once. Stops when the caller does. */
  listFans?: (context: AdapterContext) => AsyncIterable<PlatformFan[]>;
  /** True where that list is known to be all of them: who is not in it is no fan any more. */
  listsAllFans?: true;
  /**
   * Whether the page that a person has before her is that of somebody who is signed in. It looks, and
   * never moves the page. Platforms that are signed in to by hand have it.
   */
  isSignedIn?: (page: PageDriver) => Promise<boolean>;
  /** All that may be repeated without effect: opening the form, filling it in, uploading. */
  preparePost: (context: AdapterContext, post: OutgoingPost) => Promise<PreparedPost>;
  /**
   * Looks for a post of ours whose answer was lost; null when the platform does not have it. Where the
   * guarantee is `lookup` it is there; where a repeat is safe it may be.
   */
  findPublished?: (context: AdapterContext, lookUp: LookUp) => Promise<FoundPost | null>;
  /** Whether a post of the account is still there. Throws whenever the platform does not say that. */
  isLive?: (
    context: AdapterContext,
    post: { platformPostId: string; permalink: string | null },
  ) => Promise<boolean>;
  /** Deletes a post of the account; one that is gone already counts as deleted. */
  deletePost?: (context: AdapterContext, platformPostId: string) => Promise<void>;
};

/** An adapter that can be asked whether a post that was published is still there. */
export type SeeingAdapter = Adapter & Required<Pick<Adapter, "isLive">>;

/** True when the platform can be asked whether a post is still there. */
export function canSeePosts(adapter: Adapter): adapter is SeeingAdapter {
  return adapter.isLive !== undefined;
}

/** An adapter that can delete what is out. */
export type DeletingAdapter = Adapter & Required<Pick<Adapter, "deletePost">>;

/** True when a post that is out can be deleted there by us. */
export function canDeletePosts(adapter: Adapter): adapter is DeletingAdapter {
  return adapter.deletePost !== undefined;
}

/** An adapter that can be asked whether a post is out. */
export type LookingAdapter = Adapter & Required<Pick<Adapter, "findPublished">>;

/** True when the platform can be asked whether a post is out. */
export function canLookUp(adapter: Adapter): adapter is LookingAdapter {
  return adapter.findPublished !== undefined;
}
