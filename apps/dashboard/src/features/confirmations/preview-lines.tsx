"use client";

import type { ActionPreview } from "@genie/schema";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** What would happen, line by line; what changes with how it is now. */
export function PreviewLines({ lines }: Pick<ActionPreview, "lines">) {
  const { confirmations: text } = useMessages(runsMessages);
  if (lines.length === 0) return null;
  return (
    <dl aria-label={text.whatWouldHappen} className="grid grid-cols-1 gap-2">
      {lines.map(({ label, value, before }, place) => (
        <div key={place} className="grid gap-x-3 sm:grid-cols-[8rem_1fr]">
          <dt className="text-ink-soft wrap-anywhere">{label}</dt>
          <dd data-sensitive className="min-w-0 whitespace-pre-line wrap-anywhere">
            {before !== undefined && (
              <>
                <span className="sr-only">{text.before}: </span>
                <del className="block text-ink-soft">{before}</del>
                <span className="sr-only">{text.after}: </span>
              </>
            )}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
