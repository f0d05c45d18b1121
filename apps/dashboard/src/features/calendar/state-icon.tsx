import type { PostState } from "@genie/schema";
import {
  Ban,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  ClockAlert,
  type LucideIcon,
  PencilLine,
  Send,
} from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { type Tone, toneOf } from "./describe-post.ts";

const icons: Record<PostState, LucideIcon> = {
  draft: PencilLine,
  pending: Clock,
  publishing: Send,
  unconfirmed: CircleHelp,
  published: CircleCheck,
  failed: CircleX,
  missed: ClockAlert,
  cancelled: Ban,
};

/** Text colours by tone; the words always say it too. */
export const toneText: Record<Tone, string> = {
  accent: "text-accent",
  danger: "text-danger",
  good: "text-good",
  neutral: "text-ink-soft",
  warn: "text-warn",
};

export function StateIcon({ status, className }: { status: PostState; className?: string }) {
  const Icon = icons[status];
  return (
    <Icon aria-hidden className={cn("size-4 shrink-0", toneText[toneOf(status)], className)} />
  );
}
