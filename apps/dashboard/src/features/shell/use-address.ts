"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type AddressChanges, addressWith } from "./address.ts";

type Address = {
  get: (name: string) => string | null;
  /** Every value of a part that may stand there several times. */
  getAll: (name: string) => string[];
  /** The address with these changes, for a link. */
  with: (changes: AddressChanges) => string;
  /** Goes there, a step that Back takes back. The server is not asked. */
  go: (changes: AddressChanges) => void;
  /** Goes there in place of where one is: Back leads to where one came from. */
  replace: (changes: AddressChanges) => void;
  /**
   * Closes what these names opened, where one of them is in the address: a step back when `go` opened it on this page.
   */
  close: (...names: string[]) => void;
};

const mark = { genieOpened: true };

/** What is open and chosen on this page, kept in the query of its address. */
export function useAddress(): Address {
  const pathname = usePathname();
  const params = useSearchParams();
  return {
    get: (name) => params.get(name),
    getAll: (name) => params.getAll(name),
    with: (changes) => addressWith(pathname, params, changes),
    // Next follows the History API, so these reach useSearchParams. What is called late acts on where she is by then.
    go: (changes) => window.history.pushState({ ...mark }, "", hereWith(changes)),
    replace: (changes) =>
      window.history.replaceState(
        isMarked(window.history.state) ? { ...mark } : null,
        "",
        hereWith(changes),
      ),
    close: (...names) => {
      const here = new URLSearchParams(window.location.search);
      if (!names.some((name) => here.has(name))) return;
      if (isMarked(window.history.state)) {
        window.history.back();
        return;
      }
      const changes = Object.fromEntries(names.map((name) => [name, null]));
      window.history.replaceState(null, "", hereWith(changes));
    },
  };
}

function hereWith(changes: AddressChanges): string {
  const { pathname, search } = window.location;
  return addressWith(pathname, new URLSearchParams(search), changes);
}

function isMarked(state: unknown): boolean {
  return typeof state === "object" && state !== null && "genieOpened" in state;
}
