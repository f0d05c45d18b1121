"use client";

import type { Fan } from "@genie/directus-client";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { fanName } from "./fan-words.ts";

/** What somebody is called, and the username where that is something else. */
export function FanNames({ fan }: { fan: Fan }) {
  const { fans: text } = useMessages(fansMessages);
  return (
    <span data-sensitive className="grid">
      <span className="truncate font-strong">{fanName(fan, text.nameless)}</span>
      {fan.username !== null && fan.displayName && (
        <span className="truncate text-ink-soft">@{fan.username}</span>
      )}
    </span>
  );
}
