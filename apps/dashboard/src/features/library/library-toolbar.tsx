"use client";

import type { Viewer } from "@genie/directus-client";
import { type LibraryFacetsAnswer, libraryOrders, type LibraryQuery } from "@genie/schema";
import { Bookmark, LayoutGrid, List, SlidersHorizontal } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceSelect } from "#components/ui/choice-select.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useDevice } from "#features/device/device-provider.tsx";
import { SearchField } from "#features/shell/search-field.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FacetPanel } from "./facet-panel.tsx";
import { choiceCount } from "./library-query.ts";
import { useLibraryOrder } from "./use-library-order.ts";

const SavedViewsDialog = lazy(async () => {
  const { SavedViewsDialog: Dialog } = await import("./saved-views-dialog.tsx");
  return { default: Dialog };
});

type LibraryToolbarProps = {
  viewer: Viewer;
  query: LibraryQuery;
  facets: LibraryFacetsAnswer | undefined;
};

/** Search, order, grid or list, saved views; where there is no room for the facets, a sheet with them. */
export function LibraryToolbar({ viewer, query, facets }: LibraryToolbarProps) {
  const { actions, library, libraryPage: text } = useMessages();
  const address = useAddress();
  const { order, sortBy } = useLibraryOrder();
  const [open, setOpen] = useState<"facets" | "views" | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SearchField label={text.search} search={query.search ?? ""} slashKey />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" className="lg:hidden" onClick={() => setOpen("facets")}>
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
        <Button variant="secondary" onClick={() => setOpen("views")}>
          <Bookmark aria-hidden />
          {text.views.button}
        </Button>
      </div>
      <Dialog
        open={open === "facets"}
        onOpenChange={close}
        title={library.filtersTitle}
        closeLabel={actions.close}
      >
        <FacetPanel facets={facets?.facets} />
        <div className="sticky -bottom-4 -mx-4 border-t border-line bg-card px-4 py-3 sm:-bottom-6 sm:-mx-6 sm:px-6">
          <Button className="w-full" onClick={close}>
            {facets === undefined ? library.showResults : text.show(facets.total)}
          </Button>
        </div>
      </Dialog>
      {open === "views" && (
        <Suspense>
          <SavedViewsDialog viewer={viewer} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}

function ViewSwitch() {
  const { libraryPage: text } = useMessages();
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
