import type { ServerResponse } from "node:http";
import type { Reply } from "./asked.ts";

const pieceLength = 7;

/** The answer as a whole (OpenAI's API reference, Chat). */
export function completionOf({ text, calls }: Reply, promptLength: number): unknown {
  const message = {
    role: "assistant",
    content: text === "" && calls.length > 0 ? null : text,
    ...(calls.length > 0 && { tool_calls: calls.map(toolCall) }),
  };
  return {
    choices: [{ index: 0, finish_reason: reasonOf(calls), message }],
    usage: { prompt_tokens: Math.ceil(promptLength / 4), completion_tokens: 1 },
  };
}

/** The answer as server-sent events, in small pieces that cut words, names and JSON anywhere. */
export function streamReply(response: ServerResponse, { text, calls }: Reply): void {
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  const send = (delta: object, reason: string | null = null) =>
    response.write(
      `data: ${JSON.stringify({
        id: "scripted",
        object: "chat.completion.chunk",
        choices: [{ index: 0, delta, finish_reason: reason }],
      })}\n\n`,
    );
  send({ role: "assistant", content: "" });
  for (const content of pieces(text)) send({ content });
  for (const [index, call] of calls.entries()) {
    const { id, type, function: asked } = toolCall(call, index);
    send({ tool_calls: [{ index, id, type, function: { name: asked.name, arguments: "" } }] });
    for (const part of pieces(asked.arguments)) {
      send({ tool_calls: [{ index, function: { arguments: part } }] });
    }
  }
  send({}, reasonOf(calls));
  response.end("data: [DONE]\n\n");
}

const reasonOf = (calls: Reply["calls"]) => (calls.length > 0 ? "tool_calls" : "stop");

const toolCall = ({ name, input }: Reply["calls"][number], index: number) => ({
  id: `call_${index}_${name}`,
  type: "function",
  function: { name, arguments: JSON.stringify(input) },
});

const pieces = (text: string) => text.match(new RegExp(`[\\s\\S]{1,${pieceLength}}`, "g")) ?? [];
