"use client";

import type { Flow } from "@genie/directus-client";
import { actionEffects } from "@genie/schema";
import { ChoiceSelect } from "#components/ui/choice-select.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { flowsMessages } from "#messages/flows-messages.ts";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { actionName } from "./action-name.ts";
import { outcomes, sources, spans, type TrailPart, type TrailQuery } from "./trail-query.ts";

type TrailFiltersProps = { query: TrailQuery; flows: readonly Flow[] };

/** Which runs are shown; each choice is in the address. */
export function TrailFilters({ query, flows }: TrailFiltersProps) {
  const { trail: text } = useMessages(flowsMessages).flows;
  const messages = useMessages(runsMessages);
  const { runs } = messages;
  const address = useAddress();
  const choose = (part: TrailPart) => (value: string) =>
    address.go({ [part]: value === "" ? null : value });
  const named = flows.map<[string, string]>(({ slug, name }) => [slug, name]);
  const { slug } = query;
  const isOther = slug !== undefined && named.every(([one]) => one !== slug);
  return (
    <div className="grid grid-cols-2 gap-2 md:flex md:flex-wrap">
      <ChoiceSelect
        label={text.filters.flow}
        all={text.all.flow}
        value={slug}
        choices={isOther ? [...named, [slug, actionName(slug, flows, messages)]] : named}
        onChoose={choose("flow")}
      />
      <ChoiceSelect
        label={text.filters.outcome}
        all={text.all.outcome}
        value={query.outcome}
        choices={outcomes.map((outcome) => [outcome, runs.outcomes[outcome]])}
        onChoose={choose("outcome")}
      />
      <ChoiceSelect
        label={text.filters.source}
        all={text.all.source}
        value={query.source}
        choices={sources.map((source) => [source, text.sources[source]])}
        onChoose={choose("source")}
      />
      <ChoiceSelect
        label={text.filters.effect}
        all={text.all.effect}
        value={query.effect}
        choices={actionEffects.map((effect) => [effect, text.effects[effect]])}
        onChoose={choose("effect")}
      />
      <ChoiceSelect
        label={text.filters.within}
        all={text.all.within}
        value={query.within?.toString()}
        choices={spans.map((days) => [String(days), text.lastDays(days)])}
        onChoose={choose("within")}
      />
    </div>
  );
}
