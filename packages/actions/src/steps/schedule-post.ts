import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { holdsOf, linesOfPost, readPost } from "../rows/post-lines.ts";
import { linesOfChange, sayRow } from "../rows/preview-lines.ts";

const Input = z.strictObject({
  post_id: z.uuid(),
  scheduled_for: z.iso.datetime({ offset: true }),
  /** IANA name of the time zone it was chosen in. */
  timezone: z.string().max(64).optional(),
});

export const schedulePost = defineStep({
  name: "schedule-post",
  description: "Plans a draft: it goes out by itself at that time. Answers {scheduled_post_id}.",
  input: Input,
  output: z.strictObject({ scheduled_post_id: z.uuid() }),
  effect: "publish",
  timeoutMs: 15_000,
  run: async ({ post_id, ...input }, { tools, shown }) => {
    await tools.rows("scheduled_posts").update(post_id, changeOf(input), shown);
    return { scheduled_post_id: post_id };
  },
  preview: async ({ post_id, ...input }, context) => {
    const data = changeOf(input);
    const before = await readPost(post_id, context.tools);
    return [
      sayRow("scheduled_posts", { id: before["id"], caption: before["caption"] }),
      ...(await linesOfChange({ collection: "scheduled_posts", data, before }, context)),
      ...(await linesOfPost({ ...before, ...data }, Object.keys(data), context)),
    ];
  },
  holds: async ({ post_id }, { tools }) => holdsOf(await readPost(post_id, tools)),
});

const changeOf = (input: Omit<z.infer<typeof Input>, "post_id">) => ({
  ...input,
  status: "pending",
});
