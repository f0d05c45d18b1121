import type { TextReplaceAnswer } from "@genie/schema";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { textSaver } from "./text-saver.ts";
import { unsentText } from "./unsent-text.ts";

function device() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

function scene({ stored = "Likes cats", storage = device() } = {}) {
  const unsent = unsentText(storage, { kind: "notes", viewerId: "viewer", id: "fan" });
  const saved: string[] = [];
  const befores: string[] = [];
  const answers: ((outcome: Error | { theirs: string } | undefined) => void)[] = [];
  const save = (text: string, before: string) => {
    saved.push(text);
    befores.push(before);
    return new Promise<TextReplaceAnswer>((resolve, reject) => {
      answers.push((outcome) => {
        if (outcome instanceof Error) reject(outcome);
        else if (outcome === undefined) resolve({ replaced: true, stored: text });
        else resolve({ replaced: false, stored: outcome.theirs });
      });
    });
  };
  const saver = textSaver({ stored, save, unsent, pauseMs: 700 });
  const answer = async (outcome?: Error | { theirs: string }) => {
    answers.shift()?.(outcome);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { saver, saved, befores, answer, unsent, storage };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("textSaver", () => {
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

  it("asks when a save finds that others' words are stored, and saves over none that she has not seen", async () => {
    const { saver, saved, befores, answer, unsent } = scene();
    saver.type("Mine");
    void saver.saveNow();
    saver.type("Mine, longer");
    await answer({ theirs: "Theirs" });
    expect(saver.state()).toMatchObject({
      kind: "conflict",
      text: "Mine, longer",
      stored: "Theirs",
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saved).toEqual(["Mine"]);
    expect(unsent.read()).toEqual({ text: "Mine, longer", base: "Likes cats" });
    saver.choose("mine");
    await answer({ theirs: "Theirs again" });
    expect(saver.state()).toMatchObject({ kind: "conflict", stored: "Theirs again" });
    saver.choose("mine");
    await answer();
    expect(saver.state()).toMatchObject({ kind: "saved", text: "Mine, longer" });
    expect(befores).toEqual(["Likes cats", "Theirs", "Theirs again"]);
    expect(unsent.read()).toBeNull();
  });

  it("takes over what was read anew only where nothing of hers stands against it", async () => {
    const { saver, befores, answer } = scene();
    saver.take("Likes dogs");
    expect(saver.state()).toMatchObject({ kind: "idle", text: "Likes dogs" });
    saver.type("Likes birds");
    saver.take("Likes fish");
    expect(saver.state().text).toBe("Likes birds");
    void saver.saveNow();
    expect(befores).toEqual(["Likes dogs"]);
    await answer();
    saver.take("Likes birds");
    expect(saver.state().kind).toBe("saved");
    saver.take("Likes fish");
    expect(saver.state()).toMatchObject({ kind: "idle", text: "Likes fish" });
  });

  it("saves nothing when nothing was changed", async () => {
    const { saver, saved } = scene();
    await saver.saveNow();
    expect([saved, saver.state().kind]).toEqual([[], "idle"]);
  });
});
