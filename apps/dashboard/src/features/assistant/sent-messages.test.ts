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
