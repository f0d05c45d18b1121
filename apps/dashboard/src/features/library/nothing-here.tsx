"use client";

import type { LibraryQuery } from "@genie/schema";
import { Images, SearchX, Trash2 } from "lucide-react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { useLibraryFilter } from "./use-library-filter.ts";

/** Why the library shows nothing, and what would change that. */
export function NothingHere({ query }: { query: LibraryQuery }) {
  const { actions } = useMessages();
  const { library } = useMessages(libraryMessages);
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const filter = useLibraryFilter();
  const { order: _order, deleted, ...narrowed } = query;
  const isNarrowed = Object.keys(narrowed).length > 0;
  const showAll = (
    <Button variant="secondary" onClick={filter.clear}>
      {library.showAll}
    </Button>
  );
  if (isNarrowed) {
    return (
      <EmptyState icon={SearchX} title={library.nothingFound} text={library.nothingFoundHint}>
        {showAll}
      </EmptyState>
    );
  }
  if (deleted) {
    return (
      <EmptyState icon={Trash2} title={text.bin.emptyTitle} text={text.bin.hint}>
        {showAll}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Images} title={library.emptyTitle} text={library.empty}>
      <ButtonLink>
        <IntentLink href="/app/platforms">{actions.connectPlatform}</IntentLink>
      </ButtonLink>
    </EmptyState>
  );
}
