"use client";

import type { FanQuery, Profile } from "@genie/directus-client";
import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceSelect } from "#components/ui/choice-select.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useAccountName } from "#features/platforms/use-account-name.ts";
import { SearchField } from "#features/shell/search-field.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { fanOrders, type FansPart, fanStatuses, filterCount, leastScores } from "./fans-query.ts";

type FansToolbarProps = { query: FanQuery; profiles: readonly Profile[] };

/** Search, filters and order; on a phone the filters are a sheet. */
export function FansToolbar({ query, profiles }: FansToolbarProps) {
  const { actions } = useMessages();
  const { fans: text } = useMessages(fansMessages);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const filters = <FansFilters query={query} profiles={profiles} />;
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SearchField label={text.search} search={query.search ?? ""} />
      <Button variant="secondary" className="md:hidden" onClick={() => setFiltersOpen(true)}>
        <SlidersHorizontal aria-hidden />
        {text.filters(filterCount(query))}
      </Button>
      <div className="hidden flex-wrap gap-2 md:flex">{filters}</div>
      <Dialog
        open={filtersOpen}
        losesNothing
        onOpenChange={setFiltersOpen}
        title={text.filtersTitle}
        closeLabel={actions.close}
      >
        {filters}
        <Button className="justify-self-end" onClick={() => setFiltersOpen(false)}>
          {text.showResults}
        </Button>
      </Dialog>
    </div>
  );
}

function FansFilters({ query, profiles }: FansToolbarProps) {
  const { fans: text } = useMessages(fansMessages);
  const address = useAddress();
  const accountName = useAccountName();
  const choose = (part: FansPart) => (value: string) =>
    address.go({ [part]: value === "" ? null : value });
  return (
    <>
      {profiles.length > 1 && (
        <ChoiceSelect
          isSensitive
          label={text.facets.account}
          all={text.all.account}
          value={query.account}
          choices={profiles.map((profile) => [profile.id, accountName(profile)])}
          onChoose={choose("account")}
        />
      )}
      <ChoiceSelect
        label={text.facets.status}
        all={text.all.status}
        value={query.status}
        choices={fanStatuses.map((status) => [status, text.statuses[status]])}
        onChoose={choose("status")}
      />
      <ChoiceSelect
        label={text.facets.score}
        all={text.all.score}
        value={query.minScore?.toString()}
        choices={leastScores.map((least) => [String(least), text.leastScore(least)])}
        onChoose={choose("score")}
      />
      <ChoiceSelect
        label={text.facets.sort}
        value={query.sort}
        choices={fanOrders.map((order) => [order, text.orders[order]])}
        onChoose={(order) => choose("sort")(order === "score" ? "" : order)}
      />
    </>
  );
}
