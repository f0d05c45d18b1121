import type { ActionRun } from "@genie/directus-client";
import { CircleAlert, CircleCheck, CircleHelp } from "lucide-react";
import { cn } from "#components/ui/cn.ts";

const looks = {
  success: { icon: CircleCheck, className: "text-good" },
  error: { icon: CircleAlert, className: "text-danger" },
  miss: { icon: CircleHelp, className: "text-ink-soft" },
} as const;

/** How a run ended, as a sign beside the words for it. */
export function OutcomeMark({ outcome }: Pick<ActionRun, "outcome">) {
  const { icon: Icon, className } = looks[outcome];
  return <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", className)} />;
}
