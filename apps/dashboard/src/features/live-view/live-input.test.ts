import { LiveInput } from "@genie/browser-client";
import { describe, expect, it } from "vitest";
import { keyInput, pointerInput, toPage, touchInput, viewInput } from "./live-input.ts";

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const box = { left: 100, top: 50, width: 640, height: 450 };
const page = { width: 1280, height: 900 };

describe("what a person does to the picture", () => {
  it.each([
    [
      { clientX: 100, clientY: 50 },
      { x: 0, y: 0 },
    ],
    [
      { clientX: 420, clientY: 275 },
      { x: 640, y: 450 },
    ],
    [
      { clientX: 9999, clientY: -5 },
      { x: 1280, y: 0 },
    ],
  ])("is meant for the page's pixel there", (point, at) => {
    expect(toPage(point, box, page)).toEqual(at);
  });

  it("is a click with its button, or a move without one", () => {
    const event = { ...none, shiftKey: true, button: 2, buttons: 2, detail: 2 };
    expect(pointerInput("down", event, { x: 1, y: 2 })).toEqual({
      type: "pointer",
      kind: "down",
      x: 1,
      y: 2,
      button: "right",
      clicks: 2,
      modifiers: 8,
    });
    const idle = { ...none, button: -1, buttons: 0, detail: 0 };
    expect(pointerInput("move", idle, { x: 1, y: 2 })).toMatchObject({ button: "none", clicks: 0 });
  });

  it("types what a key types, and nothing with Ctrl", () => {
    expect(keyInput("down", { ...none, key: "é", code: "Digit2" })).toMatchObject({ text: "é" });
    const copy = keyInput("down", { ...none, ctrlKey: true, key: "a", code: "KeyA" });
    expect(copy).toMatchObject({ text: "", modifiers: 2 });
    expect(keyInput("down", { ...none, key: "Enter", code: "Enter" })).toMatchObject({ text: "" });
  });

  it("is something that the browser service takes", () => {
    const fingers = [{ identifier: 14, clientX: 420, clientY: 275 }];
    for (const input of [
      touchInput("start", fingers, box, page),
      touchInput("end", [], box, page),
      viewInput({ width: 320.5, height: 12 }),
      viewInput({ width: 5000, height: 5000 }),
    ]) {
      expect(LiveInput.parse(input)).toEqual(input);
    }
  });
});
