import {
  Ban,
  CircleCheck,
  CircleHelp,
  CirclePause,
  CircleX,
  Clock,
  ClockAlert,
  EyeOff,
  type LucideIcon,
  PencilLine,
  Search,
  Send,
  Trash2,
} from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { type PostFate, type Tone, toneOf } from "./post-fate.ts";

const icons: Record<PostFate, LucideIcon> = {
  draft: PencilLine,
  pending: Clock,
  held: CirclePause,
  held_ahead: CirclePause,
  publishing: Send,
  looked_up: Search,
  unconfirmed: CircleHelp,
  left: CircleHelp,
  published: CircleCheck,
  removed: Trash2,
  taken_down: EyeOff,
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

export function StateIcon({ fate, className }: { fate: PostFate; className?: string }) {
  const Icon = icons[fate];
  return <Icon aria-hidden className={cn("shrink-0", toneText[toneOf(fate)], className)} />;
}
