import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { notesSaver } from "./notes-saver.ts";
import { unsentNotes } from "./unsent-notes.ts";

function device() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

function scene({ stored = "Likes cats", storage = device() } = {}) {
  const unsent = unsentNotes(storage, "viewer", "fan");
  const saved: string[] = [];
  const answers: ((error?: Error) => void)[] = [];
  const save = (text: string) => {
    saved.push(text);
    return new Promise<void>((resolve, reject) => {
      answers.push((error) => (error ? reject(error) : resolve()));
    });
  };
  const saver = notesSaver({ stored, save, unsent, pauseMs: 700 });
  const answer = async (error?: Error) => {
    answers.shift()?.(error);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saver, saved, answer, unsent, storage };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("notesSaver", () => {
  it("saves once typing pauses, and only then says saved", async () => {
    const { saver, saved, answer, unsent } = scene();
    saver.type("Likes d");
    await vi.advanceTimersByTimeAsync(600);
    saver.type("Likes dogs");
    expect(saver.state().kind).toBe("typing");
    expect(unsent.read()).toEqual({ text: "Likes dogs", base: "Likes cats" });
    await vi.advanceTimersByTimeAsync(699);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect([saved, saver.state().kind]).toEqual([["Likes dogs"], "saving"]);
    await answer();
    expect(saver.state().kind).toBe("saved");
    expect(unsent.read()).toBeNull();
  });

  it("never has two saves under way, and ends with the last text", async () => {
    const { saver, saved, answer } = scene();
    saver.type("one");
    void saver.saveNow();
    saver.type("two");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saved).toEqual(["one"]);
    await answer();
    expect(saved).toEqual(["one", "two"]);
    expect(saver.state().kind).toBe("saving");
    await answer();
    expect(saver.state()).toMatchObject({ kind: "saved", text: "two" });
  });

  it("keeps what could not be saved, on the device too, and saves it on the next try", async () => {
    const { saver, saved, answer, unsent } = scene();
    saver.type("Birthday in May");
    void saver.saveNow();
    await answer(new Error("no answer"));
    expect(saver.state()).toMatchObject({ kind: "failed", text: "Birthday in May" });
    expect(unsent.read()?.text).toBe("Birthday in May");
    void saver.saveNow();
    await answer();
    expect(saved).toEqual(["Birthday in May", "Birthday in May"]);
    expect(unsent.read()).toBeNull();
  });

  it("puts back and saves what a closed page left", async () => {
    const first = scene();
    first.saver.type("Half a sent");
    const second = scene({ storage: first.storage });
    expect(second.saver.state().text).toBe("Half a sent");
    await vi.advanceTimersByTimeAsync(0);
    expect(second.saved).toEqual(["Half a sent"]);
  });

  it("asks before it replaces notes that were changed elsewhere meanwhile", async () => {
    const first = scene();
    first.saver.type("Mine");
    const second = scene({ storage: first.storage, stored: "Theirs" });
    expect(second.saver.state()).toMatchObject({ kind: "conflict", text: "Mine" });
    second.saver.type("Mine, longer");
    await vi.advanceTimersByTimeAsync(5_000);
    await second.saver.saveNow();
    expect(second.saved).toEqual([]);
    const third = scene({ storage: first.storage, stored: "Theirs" });
    expect(third.saver.state()).toMatchObject({ kind: "conflict", text: "Mine, longer" });
    third.saver.choose("mine");
    expect(third.saved).toEqual(["Mine, longer"]);
    second.saver.choose("stored");
    expect(second.saver.state().text).toBe("Theirs");
    expect(second.saved).toEqual([]);
  });

  it("saves nothing when nothing was changed", async () => {
    const { saver, saved } = scene();
    await saver.saveNow();
    expect([saved, saver.state().kind]).toEqual([[], "idle"]);
  });
});
