"use client";

import { useState } from "react";
import {
  allOf,
  extendedTo,
  nothingSelected,
  type Selection,
  toggled,
  without,
} from "./selection.ts";

/** What is selected in a list; another list starts with nothing. */
export function useSelection(listKey: string, list: readonly string[]) {
  const [kept, setKept] = useState({ listKey, selection: nothingSelected });
  const selection = kept.listKey === listKey ? kept.selection : nothingSelected;
  const set = (next: Selection) => setKept({ listKey, selection: next });
  return {
    ids: selection.ids,
    toggle: (id: string) => set(toggled(selection, id)),
    extendTo: (id: string) => set(extendedTo(selection, id, list)),
    selectAll: () => set(allOf(list)),
    clear: () => set(nothingSelected),
    drop: (gone: readonly string[]) => set(without(selection, gone)),
  };
}

export type LibrarySelection = ReturnType<typeof useSelection>;
