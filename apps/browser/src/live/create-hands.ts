import type { LiveInput } from "@genie/browser-client";
import type { CDPSession } from "playwright-core";
import { keyEvent } from "./key-event.ts";

type Of<Type extends LiveInput["type"]> = Extract<LiveInput, { type: Type }>;
type Button = Of<"pointer">["button"];

/** What a person does, done on the page. Each resolves when the page has taken it, or rejects. */
export type Hands = {
  point: (input: Of<"pointer">) => Promise<unknown>;
  turnWheel: (input: Of<"wheel">) => Promise<unknown>;
  touch: (input: Of<"touch">) => Promise<unknown>;
  pressKey: (input: Of<"key">) => Promise<unknown>;
  type: (input: Of<"text">) => Promise<unknown>;
  /** Lifts the fingers that still touch. */
  letGo: () => void;
};

const buttonBits = { none: 0, left: 1, right: 2, middle: 4 } satisfies Record<Button, number>;
const pointerEvents = { down: "mousePressed", move: "mouseMoved", up: "mouseReleased" } as const;

export function createHands(devtools: CDPSession): Hands {
  let pressed = 0;
  let hasTouch = false;
  let touching = false;

  const lift = async (type: "touchCancel" | "touchEnd"): Promise<void> => {
    if (!touching) return;
    touching = false;
    await devtools.send("Input.dispatchTouchEvent", { type, touchPoints: [] });
  };

  return {
    point: ({ kind, x, y, button, clicks, modifiers }) => {
      const bit = buttonBits[button];
      if (kind === "down") pressed |= bit;
      if (kind === "up") pressed &= ~bit;
      return devtools.send("Input.dispatchMouseEvent", {
        type: pointerEvents[kind],
        x,
        y,
        button,
        buttons: pressed,
        clickCount: clicks,
        modifiers,
      });
    },
    turnWheel: ({ x, y, dx, dy }) =>
      devtools.send("Input.dispatchMouseEvent", {
        type: "mouseWheel",
        x,
        y,
        deltaX: dx,
        deltaY: dy,
      }),
    touch: async ({ kind, points: touchPoints }) => {
      if (!hasTouch) {
        const emulation = { enabled: true, maxTouchPoints: 5 };
        await devtools.send("Emulation.setTouchEmulationEnabled", emulation);
        hasTouch = true;
      }
      if (kind === "cancel") return lift("touchCancel");
      if (touchPoints.length === 0) return lift("touchEnd");
      // Chromium finds out by itself which fingers are new and which have left.
      const type = touching ? "touchMove" : "touchStart";
      touching = true;
      return devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
    },
    pressKey: (input) => devtools.send("Input.dispatchKeyEvent", keyEvent(input, process.platform)),
    type: ({ text }) => devtools.send("Input.insertText", { text }),
    letGo: () => {
      lift("touchCancel").catch(() => {});
    },
  };
}
