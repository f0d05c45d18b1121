"use client";

import type { RulePack } from "@genie/directus-client";
import { CircleAlert } from "lucide-react";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { dayAndTime } from "#features/calendar/describe-time.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { rulesMessages } from "#messages/rules-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { useWaitingAgainst } from "./use-rule-packs.ts";

const shown = 3;

/** Says which posts wait and won't go out because of a pack, while there are any. */
export function WaitingAgainst({ pack }: { pack: RulePack }) {
  const { rules: text } = useMessages(rulesMessages);
  const zone = useTimeZone();
  const now = useNow();
  const posts = useWaitingAgainst(pack).data ?? [];
  const more = posts.length - shown;
  return (
    <output className="grid grid-cols-1 empty:hidden">
      {posts.length > 0 && (
        <div className="flex items-start gap-2 rounded-control bg-warn-soft px-3 py-2">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
          <div className="grid gap-1">
            <p className="text-warn">{text.breaking(posts.length)}</p>
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {posts.slice(0, shown).map(({ id, scheduledFor }) => (
                <li key={id}>
                  <IntentLink
                    href={`/app/calendar?post=${id}`}
                    className="text-warn underline underline-offset-4"
                  >
                    {dayAndTime(new Date(scheduledFor), now, zone)}
                  </IntentLink>
                </li>
              ))}
              {more > 0 && (
                <li>
                  <IntentLink
                    href="/app/calendar?view=list"
                    className="text-warn underline underline-offset-4"
                  >
                    {text.moreBreaking(more)}
                  </IntentLink>
                </li>
              )}
            </ul>
          </div>
        </div>
      )}
    </output>
  );
}
