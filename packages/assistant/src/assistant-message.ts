import { ActionAnswer, ActionStep } from "@genie/schema";
import type { UIMessage } from "ai";
import { z } from "zod";

const [, Waiting] = ActionAnswer.options;

/** Of one message and of one text in it. An answer ends before, so that the route takes it with the next question. */
export const mostParts = 200;
export const longestText = 100_000;

/** Of the sentence of a call that failed. */
export const longestFailure = 2_000;

/** What a model is reminded of, in characters, of what a call of an earlier answer answered. */
export const longestPastResult = 2_000;

/** Something that was made or changed, for a link to it. */
export const MadeThing = z.object({
  kind: z.enum(["account", "fan", "job", "media", "post"]),
  id: z.string().max(64),
});
export type MadeThing = z.infer<typeof MadeThing>;

/** What the assistant does: an action by its slug, or a tool by its name, and how far that is. */
export const AssistantCall = z.object({
  kind: z.enum(["action", "tool"]),
  name: z.string().max(100),
  params: z.record(z.string(), z.unknown()),
  /** `waiting`: nothing was done yet, and nothing is until its person says yes. */
  status: z.enum(["running", "done", "waiting", "failed"]),
  steps: z.array(ActionStep).max(60),
  /** What it answered. */
  result: z.unknown().optional(),
  made: z.array(MadeThing).max(20).optional(),
  /** Whether the answer holds text of platforms, fans or files. */
  foreign: z.boolean().optional(),
  /** There while it is `waiting`. */
  confirmation: Waiting.shape.confirmation.optional(),
  /** Why it failed, as a sentence. */
  message: z
    .string()
    .overwrite((sentence) => sentence.slice(0, longestFailure))
    .optional(),
});
export type AssistantCall = z.infer<typeof AssistantCall>;

/**
 * A message of a conversation, as pages show and keep it: text, and calls in their places between the
 * words. A call comes again with the same id each time that it changes.
 */
export type AssistantMessage = UIMessage<unknown, { call: AssistantCall }>;

/** Of one request. A page leaves the oldest out. */
export const mostMessages = 400;

const Part = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string().max(longestText) }),
  z.object({ type: z.literal("data-call"), id: z.string().max(100), data: AssistantCall }),
]);

/** `POST /api/assistant`: the conversation up to her question. What the AI SDK sends beside it is allowed. */
export const AssistantRequest = z.strictObject({
  id: z.string().max(100).optional(),
  trigger: z.string().max(40).optional(),
  messageId: z.string().max(100).optional(),
  messages: z
    .array(
      z.object({
        id: z.string().max(100),
        role: z.enum(["user", "assistant"]),
        parts: z.array(Part).max(mostParts),
      }),
    )
    .min(1)
    .max(mostMessages),
});
export type AssistantRequest = z.infer<typeof AssistantRequest>;

/** `GET /api/assistant`: whether there is a language model, which, and where, unless that is this installation's own. */
export type AssistantState = { model: string | null; host: string | null };
