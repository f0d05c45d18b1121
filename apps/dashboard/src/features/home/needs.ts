import type { Job, Post, Profile } from "@genie/directus-client";
import { unsettledJobs } from "./unsettled-jobs.ts";

/** Something that waits for her. */
export type Need =
  | { kind: "job"; id: string; job: Job }
  | { kind: "login"; id: string; profile: Profile }
  | { kind: "post"; id: string; post: Post };

/** What waits for her: what holds up other things first. */
export function findNeeds(found: { profiles: Profile[]; posts: Post[]; jobs: Job[] }): Need[] {
  return [
    ...found.profiles
      .filter(wantsLogIn)
      .map<Need>((profile) => ({ kind: "login", id: profile.id, profile })),
    ...found.posts.map<Need>((post) => ({ kind: "post", id: post.id, post })),
    ...unsettledJobs(found.jobs, found.profiles).map<Need>((job) => ({
      kind: "job",
      id: job.id,
      job,
    })),
  ];
}

/** An account that was only just added is being signed in, which is nothing for her to do. */
function wantsLogIn({ connection, lastScrapedAt, problem }: Profile): boolean {
  if (connection === "expired") return true;
  return connection === "needs_login" && (lastScrapedAt !== null || problem !== null);
}
