"use client";

import type { LibraryFacetsAnswer } from "@genie/schema";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FacetPanel } from "./facet-panel.tsx";

type FacetDialogProps = { facets: LibraryFacetsAnswer | undefined; onClose: () => void };

/** The facets where there is no room for them beside the grid. */
export function FacetDialog({ facets, onClose }: FacetDialogProps) {
  const { actions } = useMessages();
  const { library } = useMessages(libraryMessages);
  const { libraryPage: text } = useMessages(libraryPageMessages);
  return (
    <Dialog
      open
      losesNothing
      onOpenChange={onClose}
      title={library.filtersTitle}
      closeLabel={actions.close}
    >
      <FacetPanel facets={facets?.facets} />
      <div className="sticky -bottom-4 -mx-4 border-t border-line bg-card px-4 py-3 sm:-bottom-6 sm:-mx-6 sm:px-6">
        <Button className="w-full" onClick={onClose}>
          {facets === undefined ? library.showResults : text.show(facets.total)}
        </Button>
      </div>
    </Dialog>
  );
}
