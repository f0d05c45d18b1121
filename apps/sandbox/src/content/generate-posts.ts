import type { StoredFile } from "../media/file-store.ts";
import type { MediaLibrary } from "../media/media-library.ts";
import { createPotential } from "../posts/create-potential.ts";
import type { NewPost } from "../posts/post-store.ts";
import { createCaption, createTags } from "./captions.ts";
import type { Random } from "./random.ts";

export type GeneratedPost = { post: Omit<NewPost, "account_id">; hashes: string[] };

/** The files of one post. */
export type PickMedia = (random: Random) => StoredFile[];

const hourMs = 60 * 60 * 1000;

/** Posts of about two years, oldest first; the newest is some hours older than `now`. */
export function generatePosts(
  random: Random,
  count: number,
  pickMedia: PickMedia,
  now: number,
): GeneratedPost[] {
  let publishedAt = now;
  const times = Array.from({ length: count }, (_, place) => {
    publishedAt -= Math.round(
      random.integer(place === 0 ? 5 : 20, place === 0 ? 14 : 130) * hourMs,
    );
    publishedAt -= random.integer(0, hourMs);
    return publishedAt;
  }).toReversed();
  return times.map((time, index) => ({
    post: {
      caption: createCaption(random, index),
      visibility: random.chance(0.3) ? "subscribers" : "public",
      tags: createTags(random),
      published_at: time,
      ...createPotential(random),
      origin: "seed",
      fingerprint: null,
      idempotency_key: null,
    },
    hashes: pickMedia(random).map(({ hash }) => hash),
  }));
}

/** Mostly one picture, now and then a gallery or a video. */
export function mixedMedia({ images, videos }: MediaLibrary): PickMedia {
  return (random) => {
    const share = random.fraction();
    if (share < 0.12 && videos.length > 0) return random.sample(videos, 1);
    return random.sample(images, share < 0.37 ? random.integer(2, 4) : 1);
  };
}

/** One tiny picture. */
export function smallMedia({ small }: MediaLibrary): PickMedia {
  return (random) => random.sample(small, 1);
}
