import { AssistantRequest } from "@genie/assistant";
import { expect, it } from "vitest";
import type { ChatMessage } from "./chat-message.ts";
import { sentMessages } from "./sent-messages.ts";

const looked = (n: number): ChatMessage => ({
  id: `m${n}`,
  role: "assistant",
  parts: [
    {
      type: "data-call",
      id: `c${n}`,
      data: {
        kind: "tool",
        name: "read-items",
        params: {},
        status: "done",
        steps: [],
        result: "x",
        foreign: true,
      },
    },
  ],
});

it("leaves old results out, and tells of foreign text all the same", () => {
  const sent = sentMessages(Array.from({ length: 30 }, (_, n) => looked(n)));
  const calls = sent.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.type === "data-call" ? part.data : [])),
  );
  expect(calls.map(({ result }) => result)).toEqual([
    ...Array.from({ length: 10 }, () => null),
    ...Array.from({ length: 20 }, () => "x"),
  ]);
  expect(calls.every(({ foreign }) => foreign === true)).toBe(true);
});

const longAnswer = (n: number, foreign: boolean, letters = "\u4f60"): ChatMessage => ({
  id: `m${n}`,
  role: "assistant",
  parts: Array.from({ length: 12 }, (_, part) => ({
    type: "data-call",
    id: `c${n}-${part}`,
    data: {
      kind: "action",
      name: "memory-recall",
      params: { words: letters.repeat(2_000) },
      status: "failed",
      steps: [],
      message: letters.repeat(5_000),
      result: letters.repeat(20_000),
      foreign,
    },
  })),
});

const question: ChatMessage = { id: "q", role: "user", parts: [{ type: "text", text: "Hello" }] };

it.each([
  ["of many large answers", Array.from({ length: 500 }, (_, n) => longAnswer(n, true))],
  [
    "of an answer with more parts than there is room for",
    [
      {
        ...longAnswer(1, true),
        parts: Array.from({ length: 30 }, () => longAnswer(1, true).parts).flat(),
      },
    ],
  ],
  [
    "with a text without an end",
    [{ ...longAnswer(1, true), parts: [{ type: "text" as const, text: "x".repeat(300_000) }] }],
  ],
])("the route takes a conversation %s", (_what, messages: ChatMessage[]) => {
  const sent = sentMessages([...messages, question]);
  const body = JSON.stringify({ messages: sent });
  expect(new TextEncoder().encode(body).length).toBeLessThan(1024 * 1024);
  expect(AssistantRequest.safeParse(JSON.parse(body)).error).toBeUndefined();
  expect(sent.at(-1)).toEqual(question);
});

it("of what is too far back it keeps whether there was foreign text, and no more", () => {
  const far = [longAnswer(1, true), longAnswer(2, false), question];
  const near = Array.from({ length: 10 }, (_, n) => longAnswer(n + 3, false));
  const [first, second, third, ...rest] = sentMessages([...far, ...near, question]);
  expect(first?.parts).toEqual([
    {
      type: "data-call",
      id: "c1-0",
      data: {
        kind: "action",
        name: "memory-recall",
        params: {},
        status: "done",
        steps: [],
        result: null,
        foreign: true,
      },
    },
  ]);
  expect([second?.parts, third?.parts]).toEqual([[], []]);
  expect(rest.at(-1)).toEqual(question);
});
