"use client";

import type { MediaQuery } from "@genie/directus-client";
import { ChoiceSelect } from "#components/ui/choice-select.tsx";
import { usePlatforms } from "#features/platforms/platforms-provider.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type LibraryPart, mediaKinds, mediaOrders, mediaSources } from "./library-query.ts";

/** What of the library is shown, and in which order. */
export function LibraryFilters({ query }: { query: MediaQuery }) {
  const { library } = useMessages();
  const address = useAddress();
  const platforms = usePlatforms();
  const choose = (part: LibraryPart) => (value: string) =>
    address.go({ [part]: value === "" ? null : value });
  return (
    <>
      <ChoiceSelect
        label={library.facets.platform}
        all={library.all.platform}
        value={query.platform}
        choices={platforms.map(({ id, name }) => [id, name])}
        onChoose={choose("platform")}
      />
      <ChoiceSelect
        label={library.facets.type}
        all={library.all.type}
        value={query.kind}
        choices={mediaKinds.map((kind) => [kind, library.kindsMany[kind]])}
        onChoose={choose("type")}
      />
      <ChoiceSelect
        label={library.facets.source}
        all={library.all.source}
        value={query.source}
        choices={mediaSources.map((source) => [source, library.sources[source]])}
        onChoose={choose("source")}
      />
      <ChoiceSelect
        label={library.facets.sort}
        value={query.order}
        choices={mediaOrders.map((order) => [order, library.orders[order]])}
        onChoose={(order) => choose("sort")(order === "newest" ? "" : order)}
      />
    </>
  );
}
