"use client";

import type { MediaQuery } from "@genie/directus-client";
import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SearchField } from "#features/shell/search-field.tsx";
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
      <SearchField label={library.search} search={query.search ?? ""} />
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
