import { z } from "zod";
import { defineStep } from "../define-step.ts";
import type { StepTools } from "../step-tools.ts";
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
  run: async ({ post_id, ...input }, { tools }) => {
    await tools.rows("scheduled_posts").update(post_id, changeOf(input));
    return { scheduled_post_id: post_id };
  },
  preview: async ({ post_id, ...input }, context) => {
    const data = changeOf(input);
    const fields = ["id", "caption", "creator_profile_id", ...Object.keys(data)];
    const before = await context.tools.rows("scheduled_posts").readOne(post_id, fields);
    return [
      sayRow("scheduled_posts", { id: before["id"], caption: before["caption"] }),
      ...(await accountLine(before["creator_profile_id"], context.tools)),
      ...(await linesOfChange({ collection: "scheduled_posts", data, before }, context)),
    ];
  },
});

const changeOf = (input: Omit<z.infer<typeof Input>, "post_id">) => ({
  ...input,
  status: "pending",
});

async function accountLine(
  id: unknown,
  tools: StepTools,
): Promise<{ label: string; value: string }[]> {
  if (typeof id !== "string") return [];
  const account = await tools.rows("creator_profiles").readOne(id, ["platform", "username"]);
  return [sayRow("creator_profiles", account)];
}
