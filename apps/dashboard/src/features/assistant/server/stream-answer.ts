import type { AssistantMessage } from "@genie/assistant";
import type { AnswerPart } from "@genie/assistant/converse";
import { createUIMessageStreamResponse, type InferUIMessageChunk } from "ai";

type Chunk = InferUIMessageChunk<AssistantMessage>;

const keepAliveMs = 15_000;

/** The parts of an answer as the AI SDK's stream of UI messages (its documentation, "Stream Protocols"). */
export function streamAnswer(parts: ReadableStream<AnswerPart>): Response {
  return createUIMessageStreamResponse({
    stream: parts.pipeThrough(asChunks()),
    headers: { "cache-control": "no-store" },
    keepAliveMs,
  });
}

function asChunks(): TransformStream<AnswerPart, Chunk> {
  let texts = 0;
  let isInText = false;
  const endText = (): Chunk[] => {
    if (!isInText) return [];
    isInText = false;
    return [{ type: "text-end", id: `text-${texts}` }];
  };
  const beginText = (): Chunk[] => {
    if (isInText) return [];
    isInText = true;
    texts += 1;
    return [{ type: "text-start", id: `text-${texts}` }];
  };
  const chunksOf = (part: AnswerPart): Chunk[] => {
    if (part.type === "text") {
      return [...beginText(), { type: "text-delta", id: `text-${texts}`, delta: part.text }];
    }
    return part.type === "call"
      ? [...endText(), { type: "data-call", id: part.id, data: part.call }]
      : [...endText(), { type: "error", errorText: part.message }];
  };
  return new TransformStream({
    start: (controller) => controller.enqueue({ type: "start" }),
    transform: (part, controller) => {
      for (const chunk of chunksOf(part)) controller.enqueue(chunk);
    },
    flush: (controller) => {
      for (const chunk of [...endText(), { type: "finish" } satisfies Chunk]) {
        controller.enqueue(chunk);
      }
    },
  });
}
