import type { Post, Profile } from "@genie/directus-client";

export type Happened =
  | { kind: "published" | "taken_down"; id: string; at: string; post: Post }
  | { kind: "read"; id: string; at: string; profile: Profile };

/**
 * Posts that went out, or are found to be gone since, and accounts that were read, newest first. A
 * post is there once, with the last that is known of it.
 */
export function whatHappened(profiles: readonly Profile[], posts: readonly Post[]): Happened[] {
  const unique = new Map(posts.map((post) => [post.id, post]));
  const events = [
    ...[...unique.values()].flatMap(lastOfPost),
    ...profiles.flatMap<Happened>((profile) =>
      profile.lastScrapedAt === null
        ? []
        : [{ kind: "read", id: profile.id, at: profile.lastScrapedAt, profile }],
    ),
  ];
  return events.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function lastOfPost(post: Post): Happened[] {
  const { id, publishedAt, removedAt, takenDownAt } = post;
  if (removedAt !== null) return [];
  if (takenDownAt !== null) return [{ kind: "taken_down", id, at: takenDownAt, post }];
  return publishedAt === null ? [] : [{ kind: "published", id, at: publishedAt, post }];
}
