import { AssistantCall } from "@genie/assistant";
import { z } from "zod";

const ChatPart = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("data-call"), id: z.string(), data: AssistantCall }),
]);
export type ChatPart = z.infer<typeof ChatPart>;

/** A message of a conversation as the page shows it, and as `conversations.messages` keeps it. */
export const ChatMessage = z.object({
  id: z.string(),
  role: z.enum(["user", "assistant"]),
  parts: z.array(ChatPart),
  metadata: z
    .object({
      /** How an answer ended before it was whole. */
      ended: z.enum(["stopped", "failed", "cut off"]),
      /** The sentence of one that failed. */
      problem: z.string().optional(),
    })
    .optional(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;
