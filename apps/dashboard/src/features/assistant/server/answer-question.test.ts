import type { AssistantMessage } from "@genie/assistant";
import type { AnswerPart } from "@genie/assistant/converse";
import { readUIMessageStream, parseJsonEventStream, uiMessageChunkSchema } from "ai";
import { beforeAll, expect, it, vi } from "vitest";
import { answerQuestion } from "./answer-question.ts";
import { streamAnswer } from "./stream-answer.ts";

const says = (role: string) => ({
  messages: [{ id: "1", role, parts: [{ type: "text", text: "Hello" }] }],
});
const ask = (body: unknown) =>
  answerQuestion(body, new Request("https://genie.example/api/assistant", { method: "POST" }));

beforeAll(() => {
  vi.stubEnv("DASHBOARD_URL", "https://genie.example");
  vi.stubEnv("DIRECTUS_URL", "http://127.0.0.1:9");
  vi.stubEnv("DIRECTUS_ADMIN_TOKEN", "no-token-of-anything");
  vi.stubEnv("PROXY_SECRET", "a secret of at least thirty-two characters");
  vi.stubEnv("RBAC_SYNC_SECRET", "a secret of at least thirty-two characters");
});

it.each([
  {},
  { messages: [] },
  { ...says("user"), model: "other" },
  says("system"),
  says("assistant"),
])("%j is no question", async (body) => {
  expect((await ask(body)).status).toBe(400);
});

it("without a language model says what an operator has to set", async () => {
  const response = await ask(says("user"));
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    error: { message: expect.stringContaining("LLM_BASE_URL and LLM_MODEL") },
  });
});

it("an answer is a message of the AI SDK: words, calls in their places and once each, the problem last", async () => {
  const call = { kind: "action" as const, name: "post-create", params: {}, steps: [] };
  const parts: AnswerPart[] = [
    { type: "text", text: "I do " },
    { type: "text", text: "that." },
    { type: "call", id: "c1", call: { ...call, status: "running" } },
    { type: "call", id: "c1", call: { ...call, status: "done", result: { id: "p" } } },
    { type: "text", text: "Done." },
    { type: "problem", message: "It was stopped." },
  ];
  const response = streamAnswer(
    new ReadableStream({
      start: (controller) => {
        for (const part of parts) controller.enqueue(part);
        controller.close();
      },
    }),
  );
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const { message, problem } = await read(response);
  expect(message?.parts).toEqual([
    { type: "text", text: "I do that.", state: "done" },
    { type: "data-call", id: "c1", data: { ...call, status: "done", result: { id: "p" } } },
    { type: "text", text: "Done.", state: "done" },
  ]);
  expect(problem).toBe("It was stopped.");
});

async function read({ body }: Response) {
  if (body === null) throw new Error("There is no body.");
  let message: AssistantMessage | undefined;
  let problem: string | undefined;
  const chunks = parseJsonEventStream({ stream: body, schema: uiMessageChunkSchema }).pipeThrough(
    new TransformStream({
      transform: (chunk, controller) => {
        if (!chunk.success) throw chunk.error;
        if (chunk.value.type === "error") problem = chunk.value.errorText;
        else controller.enqueue(chunk.value);
      },
    }),
  );
  for await (const next of readUIMessageStream<AssistantMessage>({ stream: chunks }))
    message = next;
  return { message, problem };
}
