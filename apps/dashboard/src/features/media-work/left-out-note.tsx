import { Info } from "lucide-react";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { LeftOut, Workable } from "./workable.ts";

const reasons: readonly LeftOut[] = ["noFile", "gallery", "format", "damaged"];

/** How many of the chosen entries are left out, and why; nothing when none is. */
export function LeftOutNote({ leftOut, all }: { leftOut: Workable["leftOut"]; all: number }) {
  const { mediaWork: text } = useMessages(mediaWorkMessages);
  const found = reasons.flatMap((reason) => {
    const count = leftOut[reason];
    return count === undefined ? [] : [{ reason, count }];
  });
  const left = found.reduce((sum, { count }) => sum + count, 0);
  if (left === 0) return null;
  const why = found.map(({ reason, count }) => text.leftOut[reason](count)).join(", ");
  return (
    <p className="flex items-start gap-2 rounded-control bg-sunken px-3 py-2 text-ink-soft">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {left === all ? text.nothingTitle : text.leftOutTitle(left, all)}: {why}.
      </span>
    </p>
  );
}
