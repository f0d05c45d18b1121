import type { Post, Profile } from "@genie/directus-client";

type Happened =
  | { kind: "published"; id: string; at: string; post: Post }
  | { kind: "read"; id: string; at: string; profile: Profile };

/** Posts that went out and accounts that were read, newest first. */
export function whatHappened(profiles: readonly Profile[], posts: readonly Post[]): Happened[] {
  const events = [
    ...posts.flatMap<Happened>((post) =>
      post.publishedAt === null
        ? []
        : [{ kind: "published", id: post.id, at: post.publishedAt, post }],
    ),
    ...profiles.flatMap<Happened>((profile) =>
      profile.lastScrapedAt === null
        ? []
        : [{ kind: "read", id: profile.id, at: profile.lastScrapedAt, profile }],
    ),
  ];
  return events.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
