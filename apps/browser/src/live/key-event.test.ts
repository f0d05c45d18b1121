import { describe, expect, it } from "vitest";
import { keyEvent, virtualKeyCode } from "./key-event.ts";

const down = { type: "key", kind: "down", text: "", modifiers: 0 } as const;

it.each([
  ["a", "KeyA", 65],
  ["A", "KeyA", 65],
  ["ä", "Quote", 222],
  ["ф", "KeyA", 65],
  ["7", "Digit7", 55],
  ["/", "Digit7", 55],
  ["7", "Numpad7", 103],
  ["ArrowLeft", "ArrowLeft", 37],
  ["F5", "F5", 116],
  ["-", "Minus", 189],
  ["Unidentified", "", 0],
  ["toString", "constructor", 0],
])("%s on %s is called %i", (key, code, expected) => {
  expect(virtualKeyCode(key, code)).toBe(expected);
});

describe("keyEvent", () => {
  it("types a sign, and Enter as pages expect it", () => {
    expect(keyEvent({ ...down, key: "a", code: "KeyA", text: "a" }, "linux")).toMatchObject({
      type: "keyDown",
      text: "a",
    });
    expect(keyEvent({ ...down, key: "Enter", code: "Enter" }, "linux")).toMatchObject({
      type: "keyDown",
      text: "\r",
    });
    expect(keyEvent({ ...down, key: "Tab", code: "Tab" }, "linux")).not.toHaveProperty("text");
  });

  it("a shortcut types nothing, and a Mac's command key is Ctrl elsewhere", () => {
    const selectAll = { ...down, key: "a", code: "KeyA", text: "a", modifiers: 4 };
    expect(keyEvent(selectAll, "linux")).toMatchObject({ type: "rawKeyDown", modifiers: 2 });
    expect(keyEvent(selectAll, "darwin")).toMatchObject({ type: "rawKeyDown", modifiers: 4 });
  });
});
