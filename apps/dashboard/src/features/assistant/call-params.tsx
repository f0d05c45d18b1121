"use client";

import { sayName } from "#features/actions/say-name.ts";
import { assistantMessages } from "#messages/assistant-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const longest = 400;

/** What a call was given. */
export function CallParams({ params }: { params: Record<string, unknown> }) {
  const { assistant: text } = useMessages(assistantMessages);
  const given = Object.entries(params);
  if (given.length === 0) return null;
  return (
    <dl aria-label={text.params} className="grid grid-cols-1 gap-1">
      {given.map(([name, value]) => (
        <div key={name} className="grid gap-x-3 sm:grid-cols-[8rem_1fr]">
          <dt className="text-ink-soft wrap-anywhere">{sayName(name)}</dt>
          <dd data-sensitive className="min-w-0 whitespace-pre-line wrap-anywhere">
            {shortened(value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function shortened(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
