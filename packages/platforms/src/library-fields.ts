import type { PlatformPost, ProfileFigures } from "./adapter.ts";

/** What a platform counts for a post, and where and when it appeared, in the names of `scraped_media`. */
export function postFigures(post: PlatformPost) {
  return {
    likes: post.likes,
    comments: post.comments,
    views: post.views,
    earnings: post.earnings,
    currency: post.currency,
    permalink: post.permalink,
    published_at: post.publishedAt.toISOString(),
  };
}

/** What kind of entry a post makes. A text without media is kept as a gallery of none. */
export function entryKind({ media }: PlatformPost): "gallery" | "image" | "video" {
  const [first, ...more] = media;
  return first === undefined || more.length > 0 ? "gallery" : first.kind;
}

/** The figures of a profile that are kept as a course over time, in the names of `profile_snapshots`. */
export function snapshotFigures(figures: ProfileFigures) {
  const { followers, following, posts, likes, earnings } = figures;
  return { followers, following, posts, likes, earnings };
}

/** The figures of a profile as its row keeps those of the last time, `profile_data`. */
export function profileData(figures: ProfileFigures, takenAt: Date) {
  return {
    ...snapshotFigures(figures),
    display_name: figures.displayName,
    currency: figures.currency,
    taken_at: takenAt.toISOString(),
  };
}
