import { AppError } from "@genie/errors";
import { keepsToldMessages } from "@genie/schema";
import { describe, expect, it } from "vitest";
import type { ChatChunk } from "./add-chunk.ts";
import { createChat } from "./chat.ts";
import type { ChatMessage } from "./chat-message.ts";
import { conversationSaver } from "./conversation-saver.ts";
import { joinMessages } from "./join-messages.ts";
import { saveJoined } from "./save-joined.ts";

const said = (id: string): ChatMessage => ({
  id,
  role: "user",
  parts: [{ type: "text", text: id }],
});
const card = (
  status: "done" | "failed" | "running" | "waiting",
  id = "c",
): ChatMessage["parts"][number] => ({
  type: "data-call",
  id,
  data: { kind: "tool", name: "delete-item", params: {}, status, steps: [] },
});
const text = (words: string): ChatMessage["parts"][number] => ({ type: "text", text: words });
const answer = (parts: ChatMessage["parts"], ended?: "cut off"): ChatMessage => ({
  id: "answer",
  role: "assistant",
  parts,
  ...(ended !== undefined && { metadata: { ended } }),
});

const textsOf = (messages: readonly ChatMessage[]) =>
  messages.map(({ parts: [part] }) => (part?.type === "text" ? part.text : ""));

/** A conversation as the gate keeps it. */
function store(messages: readonly ChatMessage[]) {
  const kept = { messages, writes: 0 };
  return {
    kept,
    read: async () => kept.messages,
    write: async (next: readonly ChatMessage[]) => {
      kept.writes += 1;
      if (!keepsToldMessages(kept.messages, next)) throw new AppError("conflict", "Not this.");
      kept.messages = structuredClone(next);
    },
  };
}

/** A window on it, whose assistant says one word. */
function openWindow({ kept, read, write }: ReturnType<typeof store>) {
  const saver = conversationSaver({
    save: saveJoined({ read, write, join: (stored) => chat.join(stored) }),
    unsaved: { keep: () => undefined, forget: () => undefined },
  });
  const chat = createChat({
    messages: kept.messages,
    ask: async function* (): AsyncGenerator<ChatChunk> {
      yield { type: "text-delta", delta: "Yes." };
    },
    keep: saver.keep,
    onAnswered: () => undefined,
    explain: () => "It broke.",
    unheard: "Nobody knows.",
  });
  return { chat, saver };
}

describe("two windows on one conversation", () => {
  it("keep what either of them has said", async () => {
    const stored = store([said("q")]);
    const [one, other] = [openWindow(stored), openWindow(stored)];
    await one.chat.send(said("one"));
    await one.saver.saveNow();
    await other.chat.send(said("other"));
    await other.saver.saveNow();
    const texts = ["q", "one", "Yes.", "other", "Yes."];
    expect(textsOf(stored.kept.messages)).toEqual(texts);
    expect(textsOf(other.chat.state().messages)).toEqual(texts);
    expect(other.saver.state()).toEqual({ kind: "saved" });
  });

  it("keep what became of a card in either of them", async () => {
    const stored = store([answer([card("waiting", "c"), card("waiting", "d")])]);
    const [one, other] = [openWindow(stored), openWindow(stored)];
    one.chat.settle("c", { status: "done" });
    await one.saver.saveNow();
    other.chat.settle("d", { status: "done" });
    await other.saver.saveNow();
    expect(stored.kept.messages).toMatchObject([
      { parts: [{ data: { status: "done" } }, { data: { status: "done" } }] },
    ]);
  });

  it("say so where it can't be saved, and try again when they are told to", async () => {
    const stored = store([said("q")]);
    const { chat, saver } = openWindow({ ...stored, read: async () => [] });
    stored.kept.messages = [said("q"), said("theirs")];
    await chat.send(said("mine"));
    await saver.saveNow();
    expect(saver.state()).toMatchObject({ kind: "failed", error: { code: "conflict" } });
    expect(stored.kept.writes).toBe(6);
  });
});

it.each([
  [
    "an answer that has grown here",
    [answer([card("waiting")])],
    [answer([card("running")], "cut off")],
  ],
  ["an answer that is whole here", [answer([card("done")])], [answer([card("done")], "cut off")]],
])("%s is taken from here", (_what, here, stored) => {
  expect(joinMessages(stored, here)).toEqual(here);
});

it("an answer of which either window knows something is joined of both", () => {
  const here = [answer([text("I ask."), card("waiting"), text("It waits for your yes.")])];
  const stored = [answer([text("I ask."), card("done"), text("It waits")], "cut off")];
  expect(joinMessages(stored, here)).toEqual([
    answer([text("I ask."), card("done"), text("It waits for your yes.")]),
  ]);
});

it("an answer that broke off here, and was asked for again elsewhere, does not come back", () => {
  const brokeOff = { ...answer([{ type: "text", text: "I" }], "cut off"), id: "first" };
  const stored = [said("q"), answer([{ type: "text", text: "I know." }])];
  expect(joinMessages(stored, [said("q"), brokeOff])).toBe(stored);
});

it.each([
  ["what is the same", [answer([card("done")])], [answer([card("done")])]],
  ["an older state of an answer", [answer([card("failed")], "cut off")], [answer([card("done")])]],
  ["nothing", [], [said("q")]],
])("%s adds nothing to what is stored", (_what, here, stored) => {
  expect(joinMessages(stored, here)).toBe(stored);
});
