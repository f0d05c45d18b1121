"use client";

import type { Fan } from "@genie/directus-client";
import { CircleCheck, CircleHelp, CircleSlash, type LucideIcon } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const looks = {
  active: { icon: CircleCheck, className: "text-good" },
  expired: { icon: CircleSlash, className: "text-ink-soft" },
  unknown: { icon: CircleHelp, className: "text-ink-soft" },
} as const satisfies Record<Fan["status"], { icon: LucideIcon; className: string }>;

/** Whether somebody subscribes, and to what. */
export function FanStatus({ fan }: { fan: Pick<Fan, "status" | "tier"> }) {
  const { fans: text } = useMessages(fansMessages);
  const { icon: Icon, className } = looks[fan.status];
  return (
    <span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {text.statuses[fan.status]}
      {fan.tier && <span className="max-w-32 truncate text-ink-soft">{fan.tier}</span>}
    </span>
  );
}
