"use client";

import type { Media } from "@genie/directus-client";
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import type { TileRow } from "./justified-rows.ts";
import { type MoveKey, moveInRows, moveKeys } from "./move-in-rows.ts";
import { useLongPress } from "./use-long-press.ts";
import type { LibrarySelection } from "./use-selection.ts";

type GridHands = {
  media: readonly Media[];
  rows: readonly TileRow[];
  grid: RefObject<HTMLElement | null>;
  selection: LibrarySelection;
  onOpen: (id: string) => void;
  onSchedule: (id: string) => void;
  onDelete: (ids: readonly string[]) => void;
  /** Scrolls a row into view. */
  showRow: (index: number) => void;
};

/** What mouse, finger and keys do in the grid, heard at its edge: tiles come and go. */
export function useGridHands(hands: GridHands) {
  const { media, rows, grid, selection, onOpen, onSchedule, onDelete, showRow } = hands;
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, Math.max(0, media.length - 1));
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const link = grid.current?.querySelector<HTMLElement>("[data-media][tabindex='0']");
    if (!link) return;
    wantsFocus.current = false;
    link.focus({ preventScroll: true });
  });
  const longPress = useLongPress((target) => {
    const id = idAt(target);
    if (id !== null) selection.toggle(id);
  });

  const onClick = (event: MouseEvent) => {
    const id = idAt(event.target);
    if (id === null || !(event.target instanceof Element)) return;
    const does = event.target.closest<HTMLElement>("[data-does]")?.dataset["does"];
    if (does === undefined && event.target.closest("a") === null) return;
    event.preventDefault();
    setActive(media.findIndex((one) => one.id === id));
    if (longPress.wasOne()) return;
    if (does === "schedule") onSchedule(id);
    else if (event.shiftKey) selection.extendTo(id);
    else if (does === "select" || event.metaKey || event.ctrlKey) selection.toggle(id);
    // Enter is a click that nothing pointed at.
    else if (selection.ids.length > 0 && event.detail > 0) selection.toggle(id);
    else onOpen(id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const id = idAt(event.target);
    const command = event.metaKey || event.ctrlKey;
    if (id === null || event.altKey) return;
    if (isMoveKey(event.key)) {
      event.preventDefault();
      move(event.key, command, event.shiftKey);
    } else if (event.key === " ") {
      event.preventDefault();
      if (event.shiftKey) selection.extendTo(id);
      else selection.toggle(id);
    } else if (event.key === "Delete") {
      event.preventDefault();
      onDelete(selection.ids.length > 0 ? selection.ids : [id]);
    } else if (command && event.key === "a") {
      event.preventDefault();
      selection.selectAll();
    }
  };

  const move = (key: MoveKey, toTheEnd: boolean, extends_: boolean) => {
    const to = moveInRows(rows, active, key, toTheEnd);
    const target = media[to];
    if (target === undefined || to === active) return;
    if (extends_) selection.extendTo(target.id);
    wantsFocus.current = true;
    setActive(to);
    showRow(rows.findLastIndex(({ start }) => start <= to));
  };

  return { active, handlers: { onClick, onKeyDown, ...longPress.handlers } };
}

function idAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest("[data-cell]");
  return cell?.querySelector<HTMLElement>("[data-media]")?.dataset["media"] ?? null;
}

function isMoveKey(key: string): key is MoveKey {
  return (moveKeys as readonly string[]).includes(key);
}
