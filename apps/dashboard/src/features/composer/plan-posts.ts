import type { PostPlan, Profile } from "@genie/directus-client";
import { resolveWallTime } from "#features/calendar/zoned-time.ts";
import { type ComposerDraft, partFor } from "./composer-draft.ts";

/** The posts that a draft makes, one for each account that it goes to. */
export function planPosts(
  draft: ComposerDraft,
  profiles: readonly Pick<Profile, "id" | "platform">[],
  { zone, status }: { zone: string; status: PostPlan["status"] },
): PostPlan[] {
  const scheduledFor = resolveWallTime(draft, zone)?.at.toISOString() ?? null;
  return draft.profileIds.flatMap((profileId) => {
    const profile = profiles.find(({ id }) => id === profileId);
    if (profile === undefined) return [];
    const { caption, media, options } = partFor(draft, profile);
    return [
      {
        profileId,
        caption,
        mediaIds: media.map(({ id }) => id),
        scheduledFor,
        timezone: zone,
        status,
        latePolicy: draft.latePolicy,
        rating: draft.rating,
        config: options,
      },
    ];
  });
}
