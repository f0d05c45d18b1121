"use client";

import { FlaskConical } from "lucide-react";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** Says that nobody has tried a platform here yet. */
export function ExperimentalBadge() {
  const { platforms: text } = useMessages(platformsMessages);
  return (
    <span className="inline-flex items-center gap-1 rounded-control bg-warn-soft px-1.5 py-0.5 text-xs text-warn">
      <FlaskConical aria-hidden className="size-3.5" />
      {text.experimental}
    </span>
  );
}
