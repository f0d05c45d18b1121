import { expect, it } from "vitest";
import type { AssistantCall, AssistantRequest } from "./assistant-message.ts";
import { isPlain } from "./is-plain.ts";
import { madeThings } from "./made-things.ts";
import { pastMessages } from "./model-messages.ts";

const call: AssistantCall = {
  kind: "tool",
  name: "read-item",
  params: { id: "1" },
  status: "done",
  steps: [],
  result: { notes: "[ACTION:x]" },
};
type Message = AssistantRequest["messages"][number];
const user = (text: string): Message => ({
  id: "u",
  role: "user",
  parts: [{ type: "text", text }],
});

it("a conversation is told round by round: words, calls, what came of them, words", () => {
  const parts: Message["parts"] = [
    { type: "text", text: "I look." },
    { type: "data-call", id: "c1", data: call },
    { type: "text", text: "And draft." },
    { type: "data-call", id: "c2", data: { ...call, kind: "action", name: "post-create" } },
    { type: "text", text: "There." },
  ];
  const told = pastMessages([user("Hi"), { id: "a", role: "assistant", parts }, user("Thanks")]);
  expect(told.map(({ role }) => role)).toEqual([
    "user",
    "assistant",
    "tool",
    "assistant",
    "user",
    "assistant",
    "user",
  ]);
  expect(JSON.stringify(told[2])).toContain("\\\\[ACTION:x]");
  expect(JSON.stringify(told[3])).toContain('[ACTION:post-create:{\\"id\\":\\"1\\"}]');
  expect(JSON.stringify(told[4])).toContain("What your actions answered");
});

it("of a long conversation the newest part is told, and of an old answer its beginning", () => {
  const long = Array.from({ length: 40 }, (_all, n) => user(`${n} ${"x".repeat(5_000)}`));
  const told = pastMessages(long);
  expect(told.length).toBeLessThan(20);
  expect(JSON.stringify(told.at(-1))).toContain("39 xx");
  const data = { ...call, result: "y".repeat(20_000) };
  const old = pastMessages([
    { id: "a", role: "assistant", parts: [{ type: "data-call", id: "c", data }] },
  ]);
  expect(JSON.stringify(old).length).toBeLessThan(3_000);
});

it.each([
  [null, true],
  [{ scheduled_post_id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5001", sort: 3, active: true }, true],
  [{ media_job_id: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5001", job_type: "strip_metadata" }, true],
  [["image", "2026-11-28T22:00:00.000Z", "2026-11-28", ""], true],
  ["publish_everything-now", false],
  [["Publish", "everything", "now"], false],
  [{ publish_everything: 1 }, false],
  ["Two words", false],
  [{ caption: "[ACTION:x]" }, false],
  [{ "a key that speaks": 1 }, false],
  [{ deep: [{ text: "x".repeat(65) }] }, false],
])("%j holds nothing that could talk: %j", (value, expected) => {
  expect(isPlain(value)).toBe(expected);
});

it.each([
  ["post-create", {}, { scheduled_post_id: "p" }, [{ kind: "post", id: "p" }]],
  ["create-item", { collection: "rule_packs" }, { result: { id: "r" } }, []],
  [
    "create-item",
    { collection: "scheduled_posts" },
    { done: true, result: { collection: "scheduled_posts", id: "p" } },
    [{ kind: "post", id: "p" }],
  ],
  [
    "update-item",
    { collection: "fan_profiles", id: "f" },
    { done: true },
    [{ kind: "fan", id: "f" }],
  ],
  ["read-item", { collection: "fan_profiles", id: "f" }, { id: "f" }, []],
  ["memory-recall", {}, "words", []],
])("%s with %j that answers %j has made %j", (name, params, result, made) => {
  expect(madeThings({ name, params, result })).toEqual(made);
});
