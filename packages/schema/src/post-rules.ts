import { z } from "zod";

const mostWords = 500;
const atMost = `A list has ${mostWords} entries at most.`;

const words = z
  .array(
    z
      .string("A word has to be text.")
      .trim()
      .min(1, "A word is empty. Leave it out.")
      .max(80, "A word or phrase has 80 characters at most."),
    "This has to be a list of words.",
  )
  .max(mostWords, atMost);

/** As captions have them: letters, digits and underscores, not digits alone. */
const tag = /^[#＃]?[\p{L}\p{M}\p{N}_]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*$/u;
const tags = z
  .array(
    z
      .string("A hashtag has to be text.")
      .trim()
      .max(80, "A hashtag has 80 characters at most.")
      .regex(tag, "A hashtag is one word of letters, digits and underscores.")
      .transform((written) => written.replace(/^[#＃]/, "")),
    "This has to be a list of hashtags.",
  )
  .max(mostWords, atMost);

const countOf = (least: number, most: number) => {
  const sentence = `This has to be a whole number from ${least} to ${most}.`;
  return z.int(sentence).min(least, sentence).max(most, sentence);
};
const yesOrNo = z.boolean("This has to be true or false.");

/**
 * What a creator asks of her own posts, or a community of those who post there. All of it is optional.
 * The messages of its issues are sentences for people.
 */
export const PostRules = z
  .strictObject({
    /** Words and phrases that no caption holds, as whole words in any case. */
    bannedWords: words,
    /** Hashtags that each caption has, without their sign. */
    requiredTags: tags,
    mostHashtags: countOf(0, 100),
    noLinks: yesOrNo,
    /** Each picture has a description. */
    needsAltText: yesOrNo,
    /** Nothing that was posted in the same place goes out again for so many days. */
    neverRepostDays: countOf(1, 3650),
  })
  .partial();
export type PostRules = z.infer<typeof PostRules>;
