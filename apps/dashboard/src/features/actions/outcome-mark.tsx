import type { ActionRun } from "@genie/directus-client";
import { CircleAlert, CircleCheck, CircleEllipsis, CircleHelp } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { endOf } from "./end-of.ts";

const looks = {
  success: { icon: CircleCheck, className: "text-good" },
  error: { icon: CircleAlert, className: "text-danger" },
  miss: { icon: CircleHelp, className: "text-ink-soft" },
  unended: { icon: CircleEllipsis, className: "text-warn" },
} as const;

/** How a run ended, as a sign beside the words for it. */
export function OutcomeMark({ run }: { run: ActionRun }) {
  const { icon: Icon, className } = looks[endOf(run)];
  return <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", className)} />;
}
