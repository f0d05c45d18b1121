import type { Confirmation, DuePost, Job, Post, Profile } from "@genie/directus-client";
import { dueAround, type SessionHealth } from "#features/session-health/session-health.ts";
import { unsettledJobs } from "./unsettled-jobs.ts";

/** Something that waits for her. */
export type Need =
  | { kind: "confirmation"; id: string; confirmation: Confirmation }
  | { kind: "job"; id: string; job: Job }
  | { kind: "login"; id: string; profile: Profile }
  | { kind: "post"; id: string; post: Post }
  | { kind: "session"; id: string; profile: Profile; ends: Date; after: number };

type Found = {
  confirmations: readonly Confirmation[];
  profiles: Profile[];
  posts: Post[];
  jobs: Job[];
  due: DuePost[];
  healthOf: (profileId: string) => SessionHealth;
};

/** What waits for her: what is soon too late first, then what holds up other things. */
export function findNeeds(found: Found): Need[] {
  return [
    ...found.confirmations.map<Need>((confirmation) => ({
      kind: "confirmation",
      id: confirmation.id,
      confirmation,
    })),
    ...found.profiles
      .filter(wantsLogIn)
      .map<Need>((profile) => ({ kind: "login", id: profile.id, profile })),
    ...found.profiles.flatMap((profile) => endsTooSoon(profile, found)),
    ...found.posts.map<Need>((post) => ({ kind: "post", id: post.id, post })),
    ...unsettledJobs(found.jobs, found.profiles).map<Need>((job) => ({
      kind: "job",
      id: job.id,
      job,
    })),
  ];
}

/** A session that ends before posts of its account, which she can still renew in time. */
function endsTooSoon(profile: Profile, { due, healthOf }: Found): Need[] {
  const health = healthOf(profile.id);
  if (wantsLogIn(profile) || health.expiry === null || health.renewsItself) return [];
  const { after } = dueAround(health, due, profile.id);
  if (after === 0) return [];
  const ends = health.expiry.at;
  return [{ kind: "session", id: `session-${profile.id}`, profile, ends, after }];
}

/** An account that was only just added is being signed in, which is nothing for her to do. */
function wantsLogIn({ connection, lastScrapedAt, problem }: Profile): boolean {
  if (connection === "expired") return true;
  return connection === "needs_login" && (lastScrapedAt !== null || problem !== null);
}
