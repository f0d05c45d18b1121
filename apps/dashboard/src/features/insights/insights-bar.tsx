"use client";

import type { Profile } from "@genie/directus-client";
import { ChoiceSelect } from "#components/ui/choice-select.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { insightsMessages } from "#messages/insights-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type InsightsQuery, periodNames } from "./insights-query.ts";
import { LinkChoice } from "./link-choice.tsx";
import { useAccountName } from "#features/platforms/use-account-name.ts";

/** Which accounts are looked at, and how far back. All of it is in the address. */
export function InsightsBar({ profiles, query }: { profiles: Profile[]; query: InsightsQuery }) {
  const { insights: text } = useMessages(insightsMessages);
  const address = useAddress();
  const accountName = useAccountName();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
      <LinkChoice
        label={text.periodLabel}
        part="period"
        choices={periodNames.map((name) => ({
          value: name === "30d" ? null : name,
          label: text.periods[name],
          isChosen: name === query.period,
        }))}
      />
      {profiles.length > 1 && (
        <div className="w-full min-w-0 sm:w-72">
          <ChoiceSelect
            isSensitive
            label={text.accountLabel}
            all={text.allAccounts}
            value={query.account ?? undefined}
            choices={profiles.map((profile) => [profile.id, accountName(profile)])}
            onChoose={(id) => address.go({ account: id === "" ? null : id })}
          />
        </div>
      )}
    </div>
  );
}
