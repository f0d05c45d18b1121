import { z } from "zod";
import type { Accountability, Context, Payload } from "../directus.ts";
import { libraryWriter } from "../library/library-owner.ts";
import { classifyOne } from "../taxonomy/classify-one.ts";

export type StepContext = {
  gate: Context;
  accountability: Accountability;
  items: (collection: string) => InstanceType<Context["services"]["ItemsService"]>;
};

type Step = (params: Payload, context: StepContext) => Promise<Payload>;

const searched = {
  scraped_media: ["id", "caption", "media_type", "published_at"],
  scheduled_posts: ["id", "caption", "status", "scheduled_for"],
  fan_profiles: ["id", "username", "notes"],
} as const;
const hitsEach = 10;

const Draft = z.object({
  creator_profile_id: z.uuid(),
  media_id: z.uuid().optional(),
  caption: z.string(),
});
const Search = z.object({ query: z.string() });
const Classify = z.object({ media_id: z.uuid() });

/** What a flow's steps can do today, by the name that the flow uses. */
export const steps = {
  "classify-entry": async (params, { accountability, gate }) => {
    const owner = libraryWriter(accountability);
    const { media_id: id } = Classify.parse(params);
    const { classification } = await classifyOne(gate, { id, owner, accountability });
    const { concepts, tags } = classification;
    return { media_id: id, concepts, tags };
  },
  "create-draft": async (params, { items }) => {
    const post = await items("scheduled_posts").createOne({
      ...Draft.parse(params),
      status: "draft",
    });
    return { scheduled_post_id: post };
  },
  "search-own-rows": async (params, { items }) => {
    const { query } = Search.parse(params);
    const found = await Promise.all(
      Object.entries(searched).map(async ([collection, fields]) => [
        collection,
        await items(collection).readByQuery({ fields, search: query, limit: hitsEach }),
      ]),
    );
    return Object.fromEntries(found);
  },
} as const satisfies Record<string, Step>;

/** The step of that name, undefined when there is none. */
export function findStep(name: string): Step | undefined {
  return Object.hasOwn(steps, name) ? steps[name as keyof typeof steps] : undefined;
}
