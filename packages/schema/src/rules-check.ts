import { z } from "zod";

/** A plan for a post, as it is to be held against its owner's rules. `id`: of the post that is changed by it. */
export const RuledPlan = z.strictObject({
  id: z.uuid().nullable(),
  creator_profile_id: z.uuid(),
  scheduled_for: z.iso.datetime({ offset: true }),
  caption: z.string().max(100_000),
  /** Of her library, in any order. */
  media_ids: z.array(z.uuid()).max(100),
  group_id: z.string().max(36).nullable(),
});
export type RuledPlan = z.infer<typeof RuledPlan>;

export const RulesCheckRequest = z.strictObject({ plans: z.array(RuledPlan).max(50) });

/** What keeps each plan from following the rules, in that order: sentences for people. */
export const RulesCheckAnswer = z.object({ problems: z.array(z.array(z.string())) });

/** How many of the posts that wait are held against a pack at once. */
export const mostRuledWaiting = 300;

export const RulesWaitingRequest = z.strictObject({ pack_id: z.uuid() });

/** The posts that wait and break a pack, the next first, of the next `mostRuledWaiting` that wait. */
export const RulesWaitingAnswer = z.object({
  posts: z.array(
    z.object({ id: z.uuid(), scheduled_for: z.iso.datetime(), problems: z.array(z.string()) }),
  ),
});
export type RulesWaitingAnswer = z.infer<typeof RulesWaitingAnswer>;
