import { z } from "zod";

const change = {
  id: z.uuid(),
  /** What is to stand there. */
  text: z.string(),
  /** What stood there when she began to type. Nothing but spaces counts as no text, here and in `text`. */
  before: z.string(),
};

/** `POST /texts/replace`: writes `text` where `before` still is. */
export const TextReplaceRequest = z.discriminatedUnion("collection", [
  z.strictObject({
    collection: z.literal("fan_profiles"),
    field: z.literal("notes"),
    ...change,
  }),
  z.strictObject({
    collection: z.literal("scraped_media"),
    field: z.enum(["caption", "alt_text"]),
    ...change,
  }),
]);
export type TextReplaceRequest = z.infer<typeof TextReplaceRequest>;

/** `stored` is what stands there now; not `replaced`: others' words, of which nothing was touched. */
export const TextReplaceAnswer = z.object({ replaced: z.boolean(), stored: z.string() });
export type TextReplaceAnswer = z.infer<typeof TextReplaceAnswer>;
