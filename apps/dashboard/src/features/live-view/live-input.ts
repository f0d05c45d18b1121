import type { LiveInput } from "@genie/browser-client";

type Size = { width: number; height: number };
type Box = { left: number; top: number; width: number; height: number };

/** The page's own pixels under a point of the screen; what is beside the picture counts as its edge. */
export function toPage(point: { clientX: number; clientY: number }, box: Box, page: Size) {
  return {
    x: along(point.clientX - box.left, box.width, page.width),
    y: along(point.clientY - box.top, box.height, page.height),
  };
}

function along(offset: number, shown: number, there: number): number {
  if (shown <= 0) return 0;
  return Math.min(there, Math.max(0, (offset / shown) * there));
}

type Keys = { altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean };

/** The keys that are held with something, as the protocol counts them. */
export function modifiersOf({ altKey, ctrlKey, metaKey, shiftKey }: Keys): number {
  return (altKey ? 1 : 0) + (ctrlKey ? 2 : 0) + (metaKey ? 4 : 0) + (shiftKey ? 8 : 0);
}

const buttons = ["left", "middle", "right"] as const;

/** What the mouse does. */
export function pointerInput(
  kind: "down" | "move" | "up",
  event: Keys & { button: number; buttons: number; detail: number },
  at: { x: number; y: number },
): LiveInput {
  const held = kind === "move" && event.buttons === 0;
  return {
    type: "pointer",
    kind,
    ...at,
    button: held ? "none" : (buttons[Math.max(0, event.button)] ?? "none"),
    clicks: kind === "move" ? 0 : Math.min(3, Math.max(1, event.detail)),
    modifiers: modifiersOf(event),
  };
}

/** A key, with what it types; with Ctrl or Meta it types nothing. */
export function keyInput(
  kind: "down" | "up",
  event: Keys & { key: string; code: string },
): LiveInput {
  const types = kind === "down" && event.key.length === 1 && !event.ctrlKey && !event.metaKey;
  return {
    type: "key",
    kind,
    key: event.key.slice(0, 32),
    code: event.code.slice(0, 32),
    text: types ? event.key : "",
    modifiers: modifiersOf(event),
  };
}

/** The fingers on the picture. */
export function touchInput(
  kind: "cancel" | "end" | "move" | "start",
  touches: Iterable<{ identifier: number; clientX: number; clientY: number }>,
  box: Box,
  page: Size,
): LiveInput {
  const points = [...touches].slice(0, 10);
  return {
    type: "touch",
    kind,
    points: points.map((touch) => ({ id: touch.identifier % 10, ...toPage(touch, box, page) })),
  };
}

const least = 280;
const most = 1920;

/** The size that the page is to have, so that it fills the room there is without being scaled. */
export function viewInput({ width, height }: Size): LiveInput {
  return { type: "view", width: within(width), height: within(height) };
}

const within = (length: number) => Math.round(Math.min(most, Math.max(least, length)));
