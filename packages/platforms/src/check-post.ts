import type { ContentRating } from "@genie/schema";
import { captionLength } from "./caption-length.ts";
import { hashtagsIn, holdsWord, linksIn } from "./caption-parts.ts";
import { type CheckedFile, checkFile, mediaKindOf } from "./check-file.ts";
import type { CaptionLimit, Platform, PlatformLimits } from "./platform.ts";

export type CheckedPost = {
  caption: string;
  /** In the order of the post; null stands for media whose file is missing. */
  files: readonly (CheckedFile | null)[];
  rating: ContentRating;
  /** Answers to the options of the platform. */
  config?: Readonly<Record<string, unknown>>;
};

/** Who takes a post, and what of it: a platform, or an account there with limits of its own (`limitsOf`). */
export type Taker = Pick<Platform, "limits" | "name">;

/** Everything that keeps a post from being taken, by the part of the post; a sentence for people each. */
export type PostProblems = { caption: string[]; media: string[]; rating: string[] };

/**
 * Everything that keeps a post from being taken by the platform, a sentence for people each; none
 * when it fits. The sentences hold no part of the caption.
 */
export function checkPost(taker: Taker, post: CheckedPost): string[] {
  const { caption, media, rating } = findProblems(taker, post);
  return [...caption, ...media, ...rating];
}

/** The same, by the part of the post that it is about. */
export function findProblems({ name, limits }: Taker, post: CheckedPost): PostProblems {
  return {
    caption: [...checkCaption(name, limits, post), ...checkEmpty(limits, post)],
    media: [
      ...checkCount(name, limits, post),
      ...post.files.flatMap((file) => checkFile(name, limits, file)),
    ],
    rating: checkRating(name, limits, post.rating),
  };
}

const encoder = new TextEncoder();

function checkCaption(name: string, limits: PlatformLimits, post: CheckedPost): string[] {
  const { caption } = post;
  const { caption: limit, hashtags, takesLinks, forbiddenWords = [] } = limits;
  const more = textThatCounts(post, limit);
  const length = captionLength(caption, limit) + captionLength(more, limit);
  const what =
    more === "" ? "This caption has" : `With its ${limit.alsoCounts?.called}, this caption has`;
  const bytes = limit.maxBytes === undefined ? 0 : encoder.encode(caption).length;
  const tags = hashtagsIn(caption).length;
  const word = forbiddenWords.find((forbidden) => holdsWord(caption, forbidden));
  return [
    ...(length > limit.most
      ? [`${what} ${length} characters; ${name} takes ${limit.most}. Shorten it.`]
      : []),
    ...(length <= limit.most && bytes > (limit.maxBytes ?? bytes)
      ? [`This caption has too many signs that take much room; ${name} can't store it. Shorten it.`]
      : []),
    ...(hashtags !== undefined && tags > hashtags
      ? [`This caption has ${tags} hashtags; ${name} takes ${hashtags}. Remove some of them.`]
      : []),
    ...(takesLinks === false && linksIn(caption).length > 0
      ? [`${name} takes no web addresses in a caption. Remove them.`]
      : []),
    ...(word === undefined ? [] : [`${name} does not take the word "${word}". Leave it out.`]),
  ];
}

function textThatCounts({ config = {} }: CheckedPost, { alsoCounts }: CaptionLimit): string {
  const text = alsoCounts === undefined ? "" : config[alsoCounts.option];
  return typeof text === "string" ? text : "";
}

function checkEmpty({ captionAlone }: PlatformLimits, { caption, files }: CheckedPost): string[] {
  return files.length === 0 && captionAlone && caption.trim() === ""
    ? ["There is nothing to post. Write a caption, or choose a picture or a video."]
    : [];
}

const kindNames = { image: ["picture", "pictures"], video: ["video", "videos"] } as const;

function checkCount(name: string, limits: PlatformLimits, { files }: CheckedPost): string[] {
  if (files.length === 0) {
    return limits.captionAlone ? [] : [`A post on ${name} needs a picture or a video. Choose one.`];
  }
  if (files.length > limits.mediaCount) {
    return [
      `This post has ${files.length} files; ${name} takes ${limits.mediaCount}. Remove some of them.`,
    ];
  }
  const kinds = files.flatMap((file) => mediaKindOf(file?.mime ?? null) ?? []);
  if (!limits.mixesMedia && new Set(kinds).size > 1) {
    return [`${name} takes pictures or a video in one post, not both. Remove one kind.`];
  }
  return (["image", "video"] as const).flatMap((kind) => {
    const [one, several] = kindNames[kind];
    const most = limits.media[kind]?.most;
    const count = kinds.filter((found) => found === kind).length;
    return most !== undefined && count > most
      ? [
          `This post has ${count} ${several}; ${name} takes ${most === 1 ? `one ${one}` : `${most} ${several}`}. Remove some of them.`,
        ]
      : [];
  });
}

function checkRating(name: string, { ratings }: PlatformLimits, rating: ContentRating): string[] {
  if (ratings.includes(rating)) return [];
  return [
    `${name} does not take posts that go this far. Choose other media for it, or leave ${name} out.`,
  ];
}
