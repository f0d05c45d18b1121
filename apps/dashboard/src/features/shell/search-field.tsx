"use client";

import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Input } from "#components/ui/input.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { useAddress } from "./use-address.ts";
import { useSlashKey } from "./use-slash-key.ts";

type SearchFieldProps = {
  label: string;
  search: string;
  /** Whether the key "/" leads here. */
  slashKey?: boolean;
};

/** Searches when typing pauses; `q` in the address follows. */
export function SearchField({ label, search, slashKey = false }: SearchFieldProps) {
  const address = useAddress();
  const field = useRef<HTMLInputElement>(null);
  useSlashKey(slashKey ? () => field.current?.focus() : null);
  const [typed, setTyped] = useState(search);
  const settled = useSettled(typed.trim());
  const [known, setKnown] = useState(search);
  if (search !== known) {
    setKnown(search);
    // It came from elsewhere: Back, or a button that shows everything again. What was typed since stays.
    if (typed.trim() === known) setTyped(search);
  }
  const searchFor = useEffectEvent((words: string) => {
    if (words !== search) address.replace({ q: words === "" ? null : words });
  });
  useEffect(() => searchFor(settled), [settled]);
  return (
    <div className="relative min-w-40 flex-1">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
      />
      <Input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        className="pl-9"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </div>
  );
}
