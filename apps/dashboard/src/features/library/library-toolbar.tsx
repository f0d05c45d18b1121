"use client";

import type { Viewer } from "@genie/directus-client";
import { type LibraryFacetsAnswer, libraryOrders, type LibraryQuery } from "@genie/schema";
import { Bookmark, LayoutGrid, List, SlidersHorizontal } from "lucide-react";
import { Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceSelect } from "#components/ui/choice-select.tsx";
import { lazily } from "#components/ui/lazily.ts";
import { useDevice } from "#features/device/device-provider.tsx";
import { SearchField } from "#features/shell/search-field.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { choiceCount } from "./library-query.ts";
import { useLibraryOrder } from "./use-library-order.ts";

const facetDialog = lazily(async () => (await import("./facet-dialog.tsx")).FacetDialog);
const viewsDialog = lazily(async () => (await import("./saved-views-dialog.tsx")).SavedViewsDialog);

type LibraryToolbarProps = {
  viewer: Viewer;
  query: LibraryQuery;
  facets: LibraryFacetsAnswer | undefined;
};

/** Search, order, grid or list, saved views; where there is no room for the facets, a sheet with them. */
export function LibraryToolbar({ viewer, query, facets }: LibraryToolbarProps) {
  const { library } = useMessages(libraryMessages);
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const address = useAddress();
  const { order, sortBy } = useLibraryOrder();
  const [open, setOpen] = useState<"facets" | "views" | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SearchField label={text.search} search={query.search ?? ""} slashKey />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          className="lg:hidden"
          onPointerDown={facetDialog.prepare}
          onFocus={facetDialog.prepare}
          onClick={() => setOpen("facets")}
        >
          <SlidersHorizontal aria-hidden />
          {library.filters(choiceCount(address.getAll))}
        </Button>
        <ChoiceSelect
          label={library.facets.sort}
          value={order}
          choices={libraryOrders.map((one) => [one, text.orders[one]])}
          onChoose={(value) => {
            const next = libraryOrders.find((one) => one === value);
            if (next !== undefined) sortBy(next);
          }}
        />
        <ViewSwitch />
        <Button
          variant="secondary"
          onPointerDown={viewsDialog.prepare}
          onFocus={viewsDialog.prepare}
          onClick={() => setOpen("views")}
        >
          <Bookmark aria-hidden />
          {text.views.button}
        </Button>
      </div>
      <Suspense>
        {open === "facets" && <facetDialog.Component facets={facets} onClose={close} />}
        {open === "views" && <viewsDialog.Component viewer={viewer} onClose={close} />}
      </Suspense>
    </div>
  );
}

function ViewSwitch() {
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const device = useDevice();
  const views = [
    { view: "grid", icon: LayoutGrid },
    { view: "list", icon: List },
  ] as const;
  return (
    <fieldset
      aria-label={text.viewAs}
      className="flex rounded-control border border-control bg-card"
    >
      {views.map(({ view, icon: Icon }) => (
        <button
          key={view}
          type="button"
          aria-label={text.viewNames[view]}
          title={text.viewNames[view]}
          aria-pressed={device.libraryView === view}
          onClick={() => device.change({ libraryView: view })}
          className="grid size-10 place-items-center rounded-control text-ink-soft hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:text-accent pointer-coarse:size-11"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      ))}
    </fieldset>
  );
}
