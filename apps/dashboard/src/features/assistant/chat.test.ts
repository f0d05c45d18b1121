import type { AssistantCall } from "@genie/assistant";
import { describe, expect, it } from "vitest";
import type { ChatChunk } from "./add-chunk.ts";
import { createChat } from "./chat.ts";
import type { ChatMessage } from "./chat-message.ts";

const call: AssistantCall = {
  kind: "tool",
  name: "delete-item",
  params: {},
  status: "running",
  steps: [],
  result: null,
};
const question: ChatMessage = { id: "q", role: "user", parts: [{ type: "text", text: "Hello" }] };
const unheard = "Nobody knows.";

type Ask = Parameters<typeof createChat>[0]["ask"];

function chatWith(ask: Ask, messages: ChatMessage[] = []) {
  const kept: (readonly ChatMessage[])[] = [];
  const chat = createChat({
    messages,
    ask,
    keep: (said) => kept.push(said),
    onAnswered: () => undefined,
    explain: () => "It broke.",
    unheard,
  });
  return { chat, kept };
}

async function* all(chunks: ChatChunk[]): AsyncGenerator<ChatChunk> {
  yield* chunks;
}

describe("a chat", () => {
  it("grows word by word, and a call changes in its place", async () => {
    const { chat, kept } = chatWith(() =>
      all([
        { type: "text-start" },
        { type: "text-delta", delta: "Let me " },
        { type: "text-delta", delta: "look." },
        { type: "data-call", id: "c", data: call },
        { type: "text-delta", delta: "Done." },
        { type: "data-call", id: "c", data: { ...call, status: "done", result: 1 } },
      ]),
    );
    await chat.send(question);
    const [, answer] = chat.state().messages;
    expect(answer).toEqual({
      id: expect.any(String),
      role: "assistant",
      parts: [
        { type: "text", text: "Let me look." },
        { type: "data-call", id: "c", data: { ...call, status: "done", result: 1 } },
        { type: "text", text: "Done." },
      ],
    });
    expect(chat.state()).toMatchObject({ isAnswering: false, heard: answer });
    // What is kept in the middle of an answer says so.
    expect(kept.slice(0, -1).map((said) => said.at(-1)?.metadata?.ended)).toEqual(
      Array.from({ length: 7 }, () => "cut off"),
    );
    expect(kept.at(-1)).toBe(chat.state().messages);
  });

  it("keeps what came before it broke, and says what is not known any more", async () => {
    const { chat } = chatWith(async function* () {
      yield { type: "text-delta", delta: "Half" };
      yield { type: "data-call", id: "c", data: call };
      throw new Error("the connection broke");
    });
    await chat.send(question);
    expect(chat.state().messages[1]).toMatchObject({
      parts: [
        { type: "text", text: "Half" },
        { type: "data-call", data: { status: "failed", message: unheard } },
      ],
      metadata: { ended: "failed", problem: "It broke." },
    });
  });

  it("stops when it is told to", async () => {
    const { chat } = chatWith(async function* (_messages, signal) {
      yield { type: "text-delta", delta: "One" };
      await new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")));
        if (signal.aborted) reject(new Error("aborted"));
      });
    });
    const answered = chat.send(question);
    chat.stop();
    await answered;
    expect(chat.state().messages[1]).toMatchObject({ metadata: { ended: "stopped" } });
  });

  it("asks again in the place of an answer that was none", async () => {
    const asked: number[] = [];
    const { chat } = chatWith((messages) => {
      asked.push(messages.length);
      return all([{ type: "error", errorText: "The model is out of reach." }]);
    });
    await chat.send(question);
    await chat.again();
    expect(asked).toEqual([1, 1]);
    expect(chat.state().messages).toHaveLength(2);
    expect(chat.state().messages[1]?.metadata).toEqual({
      ended: "failed",
      problem: "The model is out of reach.",
    });
  });

  it("takes the answer to a card while more of the words come", async () => {
    const waiting = { ...call, status: "waiting" as const };
    const { chat } = chatWith(async function* () {
      yield { type: "data-call", id: "c", data: waiting };
      chat.settle("c", { status: "done" });
      yield { type: "text-delta", delta: "Answer the card." };
    });
    await chat.send(question);
    expect(chat.state().messages[1]?.parts).toEqual([
      { type: "data-call", id: "c", data: { ...waiting, status: "done" } },
      { type: "text", text: "Answer the card." },
    ]);
  });

  it("goes on with its answer when another window has said something below it", async () => {
    const theirs: ChatMessage = { ...question, id: "theirs" };
    const { chat, kept } = chatWith(async function* () {
      yield { type: "text-delta", delta: "One" };
      chat.join([...chat.state().messages, theirs]);
      yield { type: "text-delta", delta: " two" };
    });
    await chat.send(question);
    const [, answer, last] = chat.state().messages;
    expect(answer).toMatchObject({ parts: [{ type: "text", text: "One two" }] });
    expect(answer?.metadata).toBeUndefined();
    expect(last).toEqual(theirs);
    expect(chat.state().heard).toBe(answer);
    expect(kept.at(-1)).toBe(chat.state().messages);
  });

  it("keeps of the sentence of a card that failed what the route takes", () => {
    const waiting = { ...call, status: "waiting" as const };
    const asked: ChatMessage = {
      id: "a",
      role: "assistant",
      parts: [{ type: "data-call", id: "c", data: waiting }],
    };
    const { chat } = chatWith(() => all([]), [question, asked]);
    chat.settle("c", { status: "failed", message: "x".repeat(3_000) });
    expect(chat.state().messages[1]).toMatchObject({
      parts: [{ data: { status: "failed", message: "x".repeat(2_000) } }],
    });
  });

  it("says of a stored call that ran that its end is not known", () => {
    const stored: ChatMessage = {
      id: "a",
      role: "assistant",
      parts: [{ type: "data-call", id: "c", data: call }],
    };
    const { chat, kept } = chatWith(() => all([]), [question, stored]);
    expect(chat.state().messages[1]).toMatchObject({
      parts: [{ data: { status: "failed", message: unheard } }],
    });
    expect(chat.state().heard).toBeNull();
    expect(kept).toEqual([]);
  });
});
