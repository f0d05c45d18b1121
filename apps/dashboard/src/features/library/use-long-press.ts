"use client";

import { type MouseEvent, type PointerEvent, useRef } from "react";

const pressMs = 450;
/** A finger that goes further scrolls. */
const mostMovedPx = 10;

/** Hears a finger that stays. `wasOne` says, once, that the click which follows belongs to it. */
export function useLongPress(onPress: (target: EventTarget) => void) {
  const press = useRef<{ timer: number; x: number; y: number } | null>(null);
  const swallows = useRef(false);
  const isTouch = useRef(false);
  const end = () => {
    if (press.current !== null) window.clearTimeout(press.current.timer);
    press.current = null;
  };
  const handlers = {
    onPointerDown: ({ pointerType, target, clientX: x, clientY: y }: PointerEvent) => {
      end();
      swallows.current = false;
      isTouch.current = pointerType === "touch";
      if (!isTouch.current) return;
      // What it touches in there may be replaced meanwhile, as when its picture comes.
      const held = (target instanceof Element && target.closest("[data-cell]")) || target;
      const timer = window.setTimeout(() => {
        swallows.current = true;
        press.current = null;
        onPress(held);
      }, pressMs);
      press.current = { timer, x, y };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const { current } = press;
      if (current === null) return;
      if (Math.hypot(clientX - current.x, clientY - current.y) > mostMovedPx) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    // The browser's own menu for a link that is held.
    onContextMenu: (event: MouseEvent) => {
      if (isTouch.current) event.preventDefault();
    },
  };
  const wasOne = () => {
    const { current } = swallows;
    swallows.current = false;
    return current;
  };
  return { handlers, wasOne };
}
