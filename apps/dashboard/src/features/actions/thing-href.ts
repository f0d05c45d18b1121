import { accountAnchor } from "#features/platforms/account-anchor.ts";

/** Something of hers that has a place in the dashboard. */
export type Thing = { kind: "account" | "fan" | "job" | "media" | "post"; href: string };

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const kinds: Record<string, Thing["kind"]> = {
  creator_profile: "account",
  creator_profiles: "account",
  account: "account",
  fan: "fan",
  fan_profile: "fan",
  fan_profiles: "fan",
  job: "job",
  media_job: "job",
  media_jobs: "job",
  media: "media",
  input_media: "media",
  output_media: "media",
  used_media: "media",
  scraped_media: "media",
  post: "post",
  draft: "post",
  scheduled_post: "post",
  scheduled_posts: "post",
};

/** Where a row is shown, by its collection or by the name of the field that refers to it. */
export function thingHref(name: string, id: unknown): Thing | null {
  const key = name.replace(/_id$/, "");
  const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
  if (kind === undefined || typeof id !== "string" || !uuid.test(id)) return null;
  return { kind, href: hrefs[kind](id) };
}

const hrefs = {
  account: (id) => `/app/platforms#${accountAnchor(id)}`,
  fan: (id) => `/app/fans?fan=${id}`,
  job: () => "/app/jobs",
  media: (id) => `/app/media?item=${id}`,
  post: (id) => `/app/calendar?post=${id}`,
} satisfies Record<Thing["kind"], (id: string) => string>;
