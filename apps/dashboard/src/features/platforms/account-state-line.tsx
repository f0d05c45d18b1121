"use client";

import { CircleAlert, CircleCheck, CircleDashed, Clock, type LucideIcon } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import { Progress } from "#components/ui/progress.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { aboutDay } from "#features/session-health/about-day.ts";
import type { Messages } from "#messages/messages.ts";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { AccountState } from "./account-state.ts";

const looks = {
  queued: { icon: Clock, className: "text-ink-soft" },
  reading: { icon: CircleDashed, className: "text-accent" },
  asked: { icon: CircleAlert, className: "text-warn" },
  login_wanted: { icon: CircleAlert, className: "text-danger" },
  failed: { icon: CircleAlert, className: "text-danger" },
  not_read: { icon: CircleDashed, className: "text-ink-soft" },
  signed_in: { icon: CircleCheck, className: "text-good" },
  unavailable: { icon: CircleAlert, className: "text-ink-soft" },
} as const satisfies Record<AccountState["kind"], { icon: LucideIcon; className: string }>;

/** How an account is, as a sentence. */
export function AccountStateLine({ state }: { state: AccountState }) {
  const { platforms } = useMessages(platformsMessages);
  const now = useNow();
  const { icon: Icon, className } = looks[state.kind];
  const sentence = describeState(state, now, useTimeZone(), platforms);
  return (
    <div className="grid max-w-prose gap-2">
      <p aria-live="polite" className={cn("flex items-start gap-1.5", className)}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>{sentence}</span>
      </p>
      {state.kind === "reading" && <Progress value={state.percent} label={sentence} />}
    </div>
  );
}

function describeState(
  state: AccountState,
  now: Date,
  zone: string,
  { state: text }: Messages["platforms"],
): string {
  const { kind } = state;
  if (kind === "reading") return text.reading(state.percent);
  if (kind === "asked") {
    return state.reason === null ? text.askedUnexplained : text.asked(state.reason);
  }
  if (kind === "login_wanted") {
    return state.reason === null ? text.loginWantedUnexplained : text.loginWanted(state.reason);
  }
  if (kind === "failed") {
    return state.reason === null ? text.failedUnexplained : text.failed(state.reason);
  }
  if (kind === "signed_in" && state.until !== null) {
    return text.signedInUntil(aboutDay(state.until, now, zone));
  }
  return text[kind];
}
