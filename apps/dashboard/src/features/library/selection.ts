/** Entries that something is to be done with, in the order in which they were chosen. */
export type Selection = {
  ids: readonly string[];
  /** From where a range reaches. */
  anchor: string | null;
};

/** What the gate takes at once. */
export const mostSelected = 1000;

export const nothingSelected: Selection = { ids: [], anchor: null };

export function toggled({ ids }: Selection, id: string): Selection {
  return ids.includes(id)
    ? { ids: ids.filter((one) => one !== id), anchor: id }
    : capped([...ids, id], id);
}

/** With all from the anchor to an entry, as they stand in the list. */
export function extendedTo(selection: Selection, id: string, list: readonly string[]): Selection {
  const to = list.indexOf(id);
  const anchored = selection.anchor === null ? to : list.indexOf(selection.anchor);
  const from = anchored === -1 ? to : anchored;
  const between = list.slice(Math.min(from, to), Math.max(from, to) + 1);
  return capped([...new Set([...selection.ids, ...between])], selection.anchor ?? id);
}

export function allOf(list: readonly string[]): Selection {
  return capped(list, null);
}

/** Without what is gone. */
export function without({ ids, anchor }: Selection, gone: readonly string[]): Selection {
  return { ids: ids.filter((id) => !gone.includes(id)), anchor };
}

function capped(ids: readonly string[], anchor: string | null): Selection {
  return { ids: ids.slice(0, mostSelected), anchor };
}
