import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ChatMessage } from "./chat-message.ts";
import { conversationSaver } from "./conversation-saver.ts";
import { unsavedMessages } from "./unsaved-messages.ts";

const said = (...ids: string[]): ChatMessage[] =>
  ids.map((id) => ({ id, role: "user", parts: [{ type: "text", text: id }] }));

function place() {
  const stored = new Map<string, string>();
  return {
    stored,
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("conversationSaver", () => {
  it("saves one at a time, the last words last", async () => {
    const saves: { ids: string[]; done: () => void }[] = [];
    const save = (messages: readonly ChatMessage[]) =>
      new Promise<void>((done) => saves.push({ ids: messages.map(({ id }) => id), done }));
    const saver = conversationSaver({ save, unsaved: unsavedMessages(place(), "u", "c") });
    saver.keep(said("a"));
    saver.keep(said("a", "b"));
    await vi.advanceTimersByTimeAsync(2_000);
    saver.keep(said("a", "b", "c"));
    void saver.saveNow();
    expect(saves.map(({ ids }) => ids)).toEqual([["a", "b"]]);
    saves[0]?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(saves.map(({ ids }) => ids)).toEqual([
      ["a", "b"],
      ["a", "b", "c"],
    ]);
    saves[1]?.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.state()).toEqual({ kind: "saved" });
  });

  it("keeps on the device what could not be saved, and saves it when it is asked again", async () => {
    const device = place();
    const unsaved = unsavedMessages(device, "u", "c");
    let works = false;
    const error = new Error("out of reach");
    const save = () => (works ? Promise.resolve() : Promise.reject(error));
    const saver = conversationSaver({ save, unsaved });
    saver.keep(said("a", "b"));
    await saver.saveNow();
    expect(saver.state()).toEqual({ kind: "failed", error });
    expect(unsaved.latest(said("a"))).toEqual(said("a", "b"));
    works = true;
    await saver.saveNow();
    expect(saver.state()).toEqual({ kind: "saved" });
    expect(device.stored.size).toBe(0);
  });

  it("puts by what a page that goes would lose, and nothing that is saved", async () => {
    const device = place();
    const saver = conversationSaver({
      save: () => Promise.resolve(),
      unsaved: unsavedMessages(device, "u", "c"),
    });
    saver.putBy();
    expect(device.stored.size).toBe(0);
    saver.keep(said("a"));
    saver.putBy();
    expect(device.stored.size).toBe(1);
    saver.end();
    expect(device.stored.size).toBe(0);
  });
});

describe("unsavedMessages", () => {
  it("come after what is stored, and take nothing of it away", () => {
    const unsaved = unsavedMessages(place(), "u", "c");
    const stored = said("a", "x");
    expect(unsaved.latest(stored)).toBe(stored);
    unsaved.keep(said("a", "b", "c"));
    expect(unsaved.latest(stored)).toEqual(said("a", "x", "b", "c"));
    expect(unsaved.latest(said("a", "b"))).toEqual(said("a", "b", "c"));
    const whole = said("a", "b", "c", "d");
    expect(unsaved.latest(whole)).toBe(whole);
  });
});
