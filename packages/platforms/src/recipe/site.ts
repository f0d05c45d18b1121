import type { Meaning, PageDriver, ReadRequest, Target } from "@genie/browser-client";
import type { AdapterContext, PlatformFan, PlatformPost, ProfileFigures } from "../adapter.ts";
import type { Platform } from "../platform.ts";

/** An element of a page: where it is, and what it is in a person's words. */
export type Control = { target: Target; what: string };

/** A figure that a page shows. One that is `required` and missing makes the page another one. */
export type Figure<Name extends string> = { name: Name; what: string; required: boolean };
export type ProfileFigure = Figure<"earnings" | "followers" | "following" | "likes" | "posts">;
export type PostFigure = Figure<"comments" | "earnings" | "likes" | "views">;

/** What keeps a person at the door: a page of its own, or something on the page of the log-in. */
export type Challenge = {
  kind: "captcha" | "one_time_code";
  path?: RegExp;
  css?: string;
};

/** A log-in form that a program may fill in. */
export type LogInForm = { username: Control; password: Control; submit: Control };

export type PageOfPosts = {
  posts: PlatformPost[];
  /** How many posts the account has, as the page says; null where it does not. */
  total: number | null;
  next: string | null;
  /** Read with the help of a language model: what is not on it may still be there. */
  isByMeaning: boolean;
};

/** Parsers of markup that is known. Each answers null when a page is not what it was. */
export type Markup = {
  /** The address of the own profile of who is signed in. */
  signedIn: (page: PageDriver) => Promise<string | null>;
  profile: (page: PageDriver) => Promise<ProfileFigures | null>;
  posts: (page: PageDriver) => Promise<PageOfPosts | null>;
  publishedAt: (page: PageDriver) => Promise<Date | null>;
  /** Page by page, each once. */
  listFans: (context: AdapterContext, site: Site) => AsyncIterable<PlatformFan[]>;
};

/** Where the fans of the account are listed, and what a fan in it shows. */
export type FanList = {
  path: string;
  what: string;
  fields: Record<"handle", Meaning> &
    Partial<Record<"lastSeen" | "name" | "spent" | "subscribedSince" | "tier", Meaning>>;
};

/** A time as a page shows it; `isExact` to the second. */
export type ShownTime = { at: Date; isExact: boolean };

/**
 * A site as the recipe needs to know it, as data. Paths begin with a slash; patterns are tried on paths
 * without their query, and their first group is the name or the id.
 */
export type Site = {
  platform: Platform;
  /** Where a session is tried. */
  homePath: string;
  /**
   * What a page has once its scripts have drawn it for somebody who is signed in. Null where pages come
   * whole.
   */
  drawn: Control | null;
  logIn: {
    pages: RegExp;
    /** Null: people sign in by hand there. */
    form: LogInForm | null;
    challenges: readonly Challenge[];
  };
  links: {
    profile: RegExp;
    post: RegExp;
    /** Null where addresses of media can't be told from those of other pictures. */
    media: RegExp | null;
  };
  postPath: (platformPostId: string, username: string) => string;
  figures: { profile: readonly ProfileFigure[]; post: readonly PostFigure[] };
  /** What is read by meaning beside the figures. */
  readings: {
    signedIn: Meaning;
    displayName: Meaning;
    /** Null where more posts come as one scrolls. */
    next: Meaning | null;
    posts: {
      what: string;
      fields: Record<"caption" | "link" | "media" | "time", Meaning> & { tags?: Meaning };
    };
  };
  readCount: (text: string) => number | null;
  readTime: (text: string, now: Date) => ShownTime | null;
  compose: {
    path: string;
    caption: Control;
    files: Control;
    visibility: (Control & { values: readonly string[] }) | null;
    publish: Control;
    /** How long uploads may take until the post can be sent. Milliseconds. */
    uploadMs: number;
  };
  /** Null where none is known, or `markup` has a better way. */
  fans: FanList | null;
  /** Whether a post that the list does not have is out nowhere, or may still be on its way. */
  absence: "doubt" | "proof";
  /** Whether a post that is gone is answered with 404. */
  saysGone: boolean;
  markup: Markup | null;
};

/** All that is read of a page of posts, or of the profile alone. */
export function readRequest(site: Site, what: "posts" | "profile"): ReadRequest {
  const { displayName, next, posts } = site.readings;
  const fields = { displayName, ...meaningsOf(site.figures.profile) };
  if (what === "profile") return { fields };
  return {
    fields: { ...fields, ...(next && { next }) },
    rows: { what: posts.what, fields: { ...posts.fields, ...meaningsOf(site.figures.post) } },
  };
}

function meaningsOf(figures: readonly Figure<string>[]): Record<string, Meaning> {
  return Object.fromEntries(figures.map(({ name, what }) => [name, { what }]));
}
