"use client";

import { useAddress } from "#features/shell/use-address.ts";
import { type FilterPart, filterParts } from "./library-query.ts";

/** What narrows the library, and how it changes; all of it in the address. */
export function useLibraryFilter() {
  const address = useAddress();
  const chosen = (part: FilterPart) => address.getAll(part);
  const choose = (part: FilterPart, values: readonly string[]) => address.go({ [part]: values });
  return {
    chosen,
    choose,
    toggle: (part: FilterPart, value: string) => {
      const values = chosen(part);
      choose(
        part,
        values.includes(value) ? values.filter((one) => one !== value) : [...values, value],
      );
    },
    chooseDates: (from: string | null, until: string | null) => address.go({ from, until }),
    clear: () => address.go(Object.fromEntries(filterParts.map((part) => [part, null]))),
  };
}
