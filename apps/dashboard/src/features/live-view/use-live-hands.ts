"use client";

import type { LiveInput } from "@genie/browser-client";
import { type RefObject, useEffect, useRef } from "react";
import { pointerInput, toPage, touchInput } from "./live-input.ts";

type Size = { width: number; height: number };

/**
 * Sends what mouse, wheel and fingers do on the picture. Listens by itself, because what scrolls our page
 * has to be held back, which React's own listeners can't do.
 */
export function useLiveHands(
  picture: RefObject<HTMLCanvasElement | null>,
  page: Size | null,
  { send, onMouse }: { send: (input: LiveInput) => void; onMouse: () => void },
): void {
  const latest = useRef({ page, send, onMouse });
  useEffect(() => {
    latest.current = { page, send, onMouse };
  });

  useEffect(() => {
    const element = picture.current;
    if (element === null) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    const there = () => {
      const { page: size, send: tell } = latest.current;
      return size && { size, tell, box: element.getBoundingClientRect() };
    };
    const point = (kind: "down" | "move" | "up") => (event: PointerEvent) => {
      const now = there();
      if (now === null || event.pointerType === "touch") return;
      event.preventDefault();
      if (kind === "down") {
        element.setPointerCapture(event.pointerId);
        latest.current.onMouse();
      }
      now.tell(pointerInput(kind, event, toPage(event, now.box, now.size)));
    };
    const touch = (kind: "cancel" | "end" | "move" | "start") => (event: TouchEvent) => {
      const now = there();
      if (now === null) return;
      event.preventDefault();
      now.tell(touchInput(kind, event.touches, now.box, now.size));
    };
    const turn = (event: WheelEvent) => {
      const now = there();
      if (now === null) return;
      event.preventDefault();
      const at = toPage(event, now.box, now.size);
      now.tell({ type: "wheel", ...at, dx: event.deltaX, dy: event.deltaY });
    };
    const active = { passive: false, signal };
    element.addEventListener("pointerdown", point("down"), { signal });
    element.addEventListener("pointermove", point("move"), { signal });
    element.addEventListener("pointerup", point("up"), { signal });
    element.addEventListener("touchstart", touch("start"), active);
    element.addEventListener("touchmove", touch("move"), active);
    element.addEventListener("touchend", touch("end"), active);
    element.addEventListener("touchcancel", touch("cancel"), active);
    element.addEventListener("wheel", turn, active);
    element.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
    return () => listening.abort();
  }, [picture]);
}
