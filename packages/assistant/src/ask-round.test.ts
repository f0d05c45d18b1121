import { simulateReadableStream } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { describe, expect, it } from "vitest";
import { askRound } from "./ask-round.ts";
import type { AssistantCall } from "./assistant-message.ts";
import { type AnswerPart, converse } from "./converse.ts";
import type { House } from "./house.ts";

type Streamed = Awaited<ReturnType<MockLanguageModelV4["doStream"]>>["stream"];
type Chunk = Streamed extends ReadableStream<infer Part> ? Part : never;

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};
const finish: Chunk = {
  type: "finish",
  finishReason: { unified: "stop", raw: "stop" },
  usage,
};
const text = (...pieces: string[]): Chunk[] => [
  { type: "text-start", id: "1" },
  ...pieces.map((delta): Chunk => ({ type: "text-delta", id: "1", delta })),
  { type: "text-end", id: "1" },
];
const calls = (toolName: string, input: string): Chunk[] => [
  { type: "tool-call", toolCallId: "1", toolName, input },
];

/** A model that says the same each time. */
const modelThat = (...chunks: Chunk[]) =>
  new MockLanguageModelV4({
    doStream: async () => ({
      stream: simulateReadableStream({ chunks: [...chunks, finish], initialDelayInMs: null }),
    }),
  });

const round = (...chunks: Chunk[]) => roundOf(12, ...chunks);

async function roundOf(mostCalls: number, ...chunks: Chunk[]) {
  const { signal } = new AbortController();
  const said: string[] = [];
  const wanted: Pick<AssistantCall, "kind" | "name" | "params">[] = [];
  const { text: whole, tooMany } = await askRound({
    model: modelThat(...chunks),
    instructions: "Be brief.",
    messages: [{ role: "user", content: "Hello" }],
    signal,
    mostCalls,
    onText: (piece) => said.push(piece),
    onCall: ({ call: { kind, name, params } }) => wanted.push({ kind, name, params }),
  });
  return { shown: said.join(""), whole, wanted, tooMany };
}

describe("a round", () => {
  it("finds a tag in pieces, does not show it, and reminds the model of it", async () => {
    const tag = '[ACTION:post-create:{"caption":"x"}]';
    const { shown, whole, wanted } = await round(...text("Sure. [ACT", tag.slice(4), " Done."));
    expect(shown).toBe("Sure.  Done.");
    expect(whole).toBe(`Sure. ${tag} Done.`);
    expect(wanted).toEqual([{ kind: "action", name: "post-create", params: { caption: "x" } }]);
  });

  it("shows what is no whole tag as it was written", async () => {
    const { shown, wanted } = await round(...text('[ACTION:post-create:{"caption"'));
    expect([shown, wanted]).toEqual(['[ACTION:post-create:{"caption"', []]);
  });

  it.each([
    ["arguments that are no JSON", "read-item", "{", {}],
    ["arguments that are no object", "read-item", '"x"', {}],
    ["a tool that is none", "drop-table", "{}", {}],
    ["a tool and its arguments", "read-item", '{"id":"1"}', { id: "1" }],
  ])("hands on %s, for the tool to refuse", async (_what, name, input, params) => {
    expect((await round(...calls(name, input))).wanted).toEqual([{ kind: "tool", name, params }]);
  });

  it("takes as many things as there is room for, and nothing that comes after", async () => {
    const tag = "[ACTION:x-y:{}]";
    const { shown, whole, wanted, tooMany } = await roundOf(2, ...text(tag, "a", tag, tag, "b"));
    expect([shown, whole, wanted.length, tooMany]).toEqual(["a", `${tag}a${tag}`, 2, "calls"]);
    expect(await roundOf(0, ...calls("read-item", "{}"))).toMatchObject({ tooMany: "calls" });
    expect(await roundOf(2, ...text(tag, tag, "b"))).toMatchObject({
      shown: "b",
      tooMany: undefined,
    });
  });

  it("takes no more words than the route takes back", async () => {
    const { shown, whole, tooMany } = await round(...text("x".repeat(99_999), "yz", "w"));
    expect([shown.length, whole.at(-1), tooMany]).toEqual([100_000, "y", "words"]);
  });

  it("throws what the model reports as its error", async () => {
    const broken: Chunk = { type: "error", error: new Error("words of a page") };
    await expect(round(broken)).rejects.toThrow("words of a page");
  });
});

const emptyHouse: House = {
  listFlows: async () => [],
  read: async () => ({}),
  act: async () => ({
    status: "done",
    result: null,
    audit_id: "00000000-0000-4000-8000-000000000001",
    steps: [],
  }),
};

const answerOf = (...chunks: Chunk[]) => answerBy(modelThat(...chunks));

async function answerBy(model: MockLanguageModelV4): Promise<AnswerPart[]> {
  const parts: AnswerPart[] = [];
  const answer = converse({
    messages: [{ id: "1", role: "user", parts: [{ type: "text", text: "Hello" }] }],
    model,
    house: emptyHouse,
    signal: new AbortController().signal,
  });
  for await (const part of answer) parts.push(part);
  return parts;
}

/** A model that wants so many things at once, and says a word when it hears of them. */
function modelThatWants(things: number) {
  const rounds = [text("[ACTION:x-y:{}]".repeat(things)), text("Done.")];
  return new MockLanguageModelV4({
    doStream: async () => ({
      stream: simulateReadableStream({
        chunks: [...(rounds.shift() ?? []), finish],
        initialDelayInMs: null,
      }),
    }),
  });
}

it.each([
  [12, { type: "text", text: "Done." }],
  [13, { type: "problem", message: expect.stringMatching(/more than twelve/) }],
])("of %i things that it wants twelve are done, and the answer ends with %j", async (n, end) => {
  const parts = await answerBy(modelThatWants(n));
  const calls = parts.flatMap((part) => (part.type === "call" ? [part] : []));
  expect(new Set(calls.map(({ id }) => id)).size).toBe(12);
  expect(calls.filter(({ call }) => call.status === "done")).toHaveLength(12);
  expect(parts.at(-1)).toEqual(end);
});

it("an answer of more words than a conversation takes is stopped, with a sentence", async () => {
  const parts = await answerOf(...text("x".repeat(100_001)));
  expect(parts.at(-1)).toMatchObject({
    type: "problem",
    message: expect.stringMatching(/grew too long/),
  });
});

it("a tool that is none, and input that it does not take, fail with a sentence", async () => {
  for (const chunks of [calls("drop-table", "{}"), calls("read-item", '{"id":1}')]) {
    const [, failed] = await answerOf(...chunks);
    expect(failed).toMatchObject({
      call: { status: "failed", message: expect.stringMatching(/\.$/) },
    });
  }
});

it("an error that the model reports is told without its words", async () => {
  const parts = await answerOf({ type: "error", error: new Error("words of a page") });
  expect(JSON.stringify(parts)).toMatch(/can't be used/);
  expect(JSON.stringify(parts)).not.toContain("words of a page");
});
