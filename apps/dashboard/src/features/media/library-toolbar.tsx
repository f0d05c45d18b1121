"use client";

import type { MediaQuery } from "@genie/directus-client";
import { Search, SlidersHorizontal } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { useSettled } from "#components/ui/use-settled.ts";
import { useAddress } from "#features/shell/use-address.ts";
import { useMessages } from "#messages/use-messages.ts";
import { LibraryFilters } from "./library-filters.tsx";
import { filterCount } from "./library-query.ts";

/** Search and filters; on a phone the filters are a sheet. */
export function LibraryToolbar({ query }: { query: MediaQuery }) {
  const { actions, library } = useMessages();
  const [filtersOpen, setFiltersOpen] = useState(false);
  const chosen = filterCount(query);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SearchField search={query.search ?? ""} />
      <Button variant="secondary" className="md:hidden" onClick={() => setFiltersOpen(true)}>
        <SlidersHorizontal aria-hidden />
        {library.filters(chosen)}
      </Button>
      <div className="hidden flex-wrap gap-2 md:flex">
        <LibraryFilters query={query} />
      </div>
      <Dialog
        open={filtersOpen}
        onOpenChange={setFiltersOpen}
        title={library.filtersTitle}
        closeLabel={actions.close}
      >
        <LibraryFilters query={query} />
        <Button className="justify-self-end" onClick={() => setFiltersOpen(false)}>
          {library.showResults}
        </Button>
      </Dialog>
    </div>
  );
}

/** Searches when typing pauses; the address follows. */
function SearchField({ search }: { search: string }) {
  const { library } = useMessages();
  const address = useAddress();
  const [typed, setTyped] = useState(search);
  const settled = useSettled(typed.trim());
  const [known, setKnown] = useState(search);
  if (search !== known) {
    setKnown(search);
    // Not what was typed here: Back, or a button that shows everything again.
    if (search !== settled) setTyped(search);
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
        type="search"
        aria-label={library.search}
        placeholder={library.search}
        className="pl-9"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </div>
  );
}
