import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { Row } from "../rows/inputs.ts";

/** Where her own words are, and what of them is worth showing. */
const searched = {
  scraped_media: ["id", "caption", "alt_text", "media_type", "published_at", "permalink"],
  scheduled_posts: ["id", "caption", "status", "scheduled_for", "published_at"],
  fan_profiles: ["id", "username", "display_name", "notes"],
} as const;

const Rows = z.array(Row);

export const searchOwn = defineStep({
  name: "search-own",
  description:
    "Searches her own library, posts and fans for words. Answers {scraped_media, scheduled_posts, fan_profiles}.",
  input: z.strictObject({
    query: z.string().trim().min(1).max(200),
    limit: z.int().min(1).max(50).default(10),
  }),
  output: z.strictObject({ scraped_media: Rows, scheduled_posts: Rows, fan_profiles: Rows }),
  effect: "read",
  timeoutMs: 15_000,
  onlyLooks: true,
  run: async ({ query: search, limit }, { tools }) => {
    const find = (collection: keyof typeof searched) =>
      tools.ownRows(collection).read({ fields: searched[collection], search, limit });
    const [scraped_media, scheduled_posts, fan_profiles] = await Promise.all([
      find("scraped_media"),
      find("scheduled_posts"),
      find("fan_profiles"),
    ]);
    return { scraped_media, scheduled_posts, fan_profiles };
  },
});
