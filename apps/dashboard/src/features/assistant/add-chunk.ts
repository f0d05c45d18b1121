import { AssistantCall } from "@genie/assistant";
import { z } from "zod";
import type { ChatMessage, ChatPart } from "./chat-message.ts";

const Piece = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text-start") }),
  z.object({ type: z.literal("text-delta"), delta: z.string() }),
  z.object({ type: z.literal("data-call"), id: z.string(), data: AssistantCall }),
]);
type Piece = z.infer<typeof Piece>;

/** What the page reads of the AI SDK's UI message stream; it leaves out what else may come. */
export const ChatChunk = z.discriminatedUnion("type", [
  ...Piece.options,
  z.object({ type: z.literal("error"), errorText: z.string() }),
]);
export type ChatChunk = z.infer<typeof ChatChunk>;

/** The answer with one more piece: words at its end, a call in the place that it had. */
export function addChunk(message: ChatMessage, piece: Piece): ChatMessage {
  return { ...message, parts: withPiece(message.parts, piece) };
}

function withPiece(parts: readonly ChatPart[], piece: Piece): ChatPart[] {
  if (piece.type === "text-start") return [...parts, { type: "text", text: "" }];
  if (piece.type === "text-delta") {
    const last = parts.at(-1);
    return last?.type === "text"
      ? [...parts.slice(0, -1), { type: "text", text: last.text + piece.delta }]
      : [...parts, { type: "text", text: piece.delta }];
  }
  return parts.some((part) => isCall(part, piece.id))
    ? parts.map((part) => (isCall(part, piece.id) ? piece : part))
    : [...parts, piece];
}

function isCall(part: ChatPart, id: string): boolean {
  return part.type === "data-call" && part.id === id;
}
