import { z } from "zod";

const words = z.array(z.string().trim().min(1).max(80)).max(500);

/** What a creator asks of her own posts, or a community of those who post there. All of it is optional. */
export const PostRules = z
  .strictObject({
    /** Words and phrases that no caption holds, as whole words in any case. */
    bannedWords: words,
    /** Hashtags that each caption has, without their sign. */
    requiredTags: words,
    mostHashtags: z.int().min(0).max(100),
    noLinks: z.boolean(),
    /** Each picture has a description. */
    needsAltText: z.boolean(),
    /** Nothing that was posted in the same place goes out again for so many days. */
    neverRepostDays: z.int().min(1).max(3650),
  })
  .partial();
export type PostRules = z.infer<typeof PostRules>;
