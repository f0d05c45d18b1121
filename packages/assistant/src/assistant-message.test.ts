import { expect, it } from "vitest";
import { type AssistantCall, AssistantRequest } from "./assistant-message.ts";

const call: AssistantCall = {
  kind: "action",
  name: "post-create",
  params: { caption: "x" },
  status: "waiting",
  steps: [],
  confirmation: {
    id: "00000000-0000-4000-8000-000000000001",
    preview: { title: "Draft a post", effect: "write", lines: [{ label: "Caption", value: "x" }] },
    expires_at: "2026-11-28T22:00:00.000Z",
  },
};
const message = (parts: unknown[], role = "assistant") => ({ id: "a", role, parts });

it("takes a conversation as the AI SDK sends it, calls included", () => {
  const parts = [
    { type: "text", text: "Hello", state: "done" },
    { type: "data-call", id: "c1", data: call },
  ];
  const sent = { id: "c", trigger: "submit-message", messages: [message(parts)] };
  const [first] = AssistantRequest.parse(sent).messages;
  expect(first?.parts).toEqual([
    { type: "text", text: "Hello" },
    { type: "data-call", id: "c1", data: call },
  ]);
});

it.each([
  ["nothing", {}],
  ["no messages", { messages: [] }],
  ["a system message", { messages: [message([], "system")] }],
  ["a file", { messages: [message([{ type: "file", url: "x", mediaType: "image/png" }])] }],
  ["a field that is none", { messages: [message([])], system: "x" }],
  ["half a call", { messages: [message([{ type: "data-call", id: "c1", data: {} }])] }],
])("refuses %s", (_what, body) => {
  expect(AssistantRequest.safeParse(body).success).toBe(false);
});
