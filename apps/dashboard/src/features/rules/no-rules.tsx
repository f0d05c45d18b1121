"use client";

import type { RulePackPlan } from "@genie/directus-client";
import { rulesMessages } from "#messages/rules-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { starterPacks, starterPlan } from "./starter-packs.ts";

/** Nothing yet, and a few ways to begin. */
export function NoRules({ onChoose }: { onChoose: (plan: RulePackPlan) => void }) {
  const messages = useMessages(rulesMessages);
  const { rules: text } = messages;
  return (
    <div className="grid grid-cols-1 gap-4 rounded-control border border-dashed border-control p-4">
      <div>
        <p className="font-strong">{text.emptyTitle}</p>
        <p className="text-ink-soft">{text.empty}</p>
      </div>
      <ul className="grid grid-cols-1 gap-2 lg:grid-cols-3">
        {starterPacks.map((starter) => {
          const { name, text: what } = text.starters[starter.name];
          return (
            <li key={starter.name} className="grid">
              <button
                type="button"
                onClick={() => onChoose(starterPlan(starter, messages))}
                className="grid content-start gap-1 rounded-control border border-control px-3 py-2.5 text-left hover:bg-sunken"
              >
                <span className="font-strong">{name}</span>
                <span className="text-ink-soft">{what}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
