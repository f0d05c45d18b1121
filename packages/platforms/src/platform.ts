import type { ContentRating } from "@genie/schema";
import type { z } from "zod";

/**
 * What the platform lets us know about a request whose answer was lost. `idempotent`: it takes a key of
 * ours and drops repeats. `lookup`: our own posts can be listed, so a lost answer can be looked up.
 * `blind`: neither, a person decides.
 */
export const guarantees = ["idempotent", "lookup", "blind"] as const;
export type Guarantee = (typeof guarantees)[number];

export type MediaKind = "image" | "video";

/** What a platform takes of a kind of file; what is not said is not limited. */
export type MediaLimit = {
  maxBytes: number;
  mimeTypes: readonly string[];
  /** Files of the kind in one post, where that is fewer than `mediaCount`. */
  most?: number;
  /** Width times height. */
  maxPixels?: number;
  /** Of the longer side, in pixels. */
  maxSide?: number;
  maxDurationMs?: number;
};

/** How a platform counts the length of a caption; line ends count as one. */
export type CaptionLimit = {
  most: number;
  /** A grapheme is what a reader takes for one character, such as a flag. */
  countedIn: "code_points" | "graphemes";
  /** What a web address counts, however long it is; else as it is written. */
  linkLength?: number;
  /** Of a mention of somebody on another server, only the name counts. */
  mentionsByName?: true;
  /** In UTF-8, on top of that. */
  maxBytes?: number;
  /** An option of the platform whose text counts with the caption, and what people call it. */
  alsoCounts?: { option: string; called: string };
};

export type PlatformLimits = {
  caption: CaptionLimit;
  /** Files in one post. */
  mediaCount: number;
  /** Kinds that are missing are not taken. */
  media: Partial<Record<MediaKind, MediaLimit>>;
  /** False when pictures and videos can't be in one post. */
  mixesMedia: boolean;
  /** True when a post needs a caption or a file, false when it needs a file. */
  captionAlone: boolean;
  /** Longest description of a picture, in characters; null where there is none. */
  altTextLength: number | null;
  hashtags?: number;
  /** False where posts with web addresses are refused. */
  takesLinks?: boolean;
  /** What a caption may not hold, as whole words. */
  forbiddenWords?: readonly string[];
  /** How far posts may go there. */
  ratings: readonly ContentRating[];
};

/** Something that a post on this platform can be told, as the composer asks it. Kept in the post's config. */
export type PostOption =
  | {
      name: string;
      label: string;
      kind: "choice";
      choices: readonly { value: string; label: string }[];
      /** The value that stands for no answer. */
      byDefault: string;
    }
  | { name: string; label: string; kind: "text"; most: number };

/** How many posts one worker has in hand at once: being prepared, waiting for their second, being sent. */
export type Slots = {
  total: number;
  /** Of one account. They are prepared side by side and sent one after the other. */
  perAccount: number;
};

/** A field of the log-in form, as the creator fills it in. */
export type CredentialField = {
  name: string;
  label: string;
  kind: "password" | "text";
  autocomplete: string;
};

/**
 * A way to connect an account. `extension`: her own browser hands its session over; `live_login`: she
 * signs in by hand in a browser of ours; `password`: it is stored, sealed, and typed in for her; `token`: an
 * app password or token that she makes there for this, and can take back there, is stored, sealed.
 */
export type ConnectWay = "extension" | "live_login" | "password" | "token";

/**
 * What a platform is, as data: the same for the gate, the worker and the dashboard. Times are in
 * milliseconds.
 */
export type Platform = {
  id: string;
  /** As they write it. */
  name: string;
  /** Without a slash at the end. */
  origin: string;
  /** Hosts that its pages and media come from; nothing else is reached for it by a browser. */
  hosts: readonly string[];
  /** Where a log-in for it is made, for people; for those that are connected by token. */
  tokenHelp?: { url: string | null; sentence: string };
  credentialFields: readonly CredentialField[];
  credentials: z.ZodType<Credentials>;
  /** Without all of these nobody is signed in. */
  sessionCookies: readonly string[];
  /** Those, and what else a session needs: no other cookie is taken out of her browser. */
  capturedCookies: readonly string[];
  /** Entries of the origin's local storage without which nobody is signed in; none on most sites. */
  sessionStorage?: readonly string[];
  /** Those, and what else of it a session needs: kept, sealed, with the cookies. */
  capturedStorage?: readonly string[];
  /** The safest first. */
  connectBy: readonly ConnectWay[];
  /** Where a person signs in. */
  logInUrl: string;
  /** Hosts that a person needs on top of `hosts` to sign in, such as those of a captcha. */
  logInHosts: readonly string[];
  /** Never tried on the live site: told to people until a check with an account of theirs has passed. */
  isExperimental: boolean;
  /** Raised with each change after which a check that passed says nothing any more. */
  version: number;
  guarantee: Guarantee;
  /** How long before its time a post is taken up: to sign in, to upload, to fill in. */
  prepareMs: number;
  /** Of an idempotent one: how long it knows a key, from the first request on. */
  keyWindowMs?: number;
  /** The longest that sending may take before its outcome counts as unknown. */
  sendTimeoutMs: number;
  /** How long after that a look-up may be believed when it finds nothing. */
  settleMs: number;
  limits: PlatformLimits;
  options: readonly PostOption[];
  /** A post that is out can be deleted there by us. */
  deletesPosts?: true;
  slots: Slots;
  profileUrl: (username: string) => string;
};

/** What the creator entered, by the names of `credentialFields`. */
export type Credentials = Record<string, string>;
