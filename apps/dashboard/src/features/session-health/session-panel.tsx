"use client";

import type { DuePost, Profile } from "@genie/directus-client";
import type { Platform } from "@genie/platforms";
import type { Expiry } from "@genie/schema";
import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { sessionsMessages } from "#messages/sessions-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { aboutDay } from "./about-day.ts";
import { RenewalWays } from "./renewal-ways.tsx";
import { dueAround } from "./session-health.ts";
import { useSessionHealth } from "./sessions-provider.tsx";
import { WipeDialog } from "./wipe-dialog.tsx";

type SessionPanelProps = {
  profile: Profile;
  /** Undefined when this server does not offer it any more. */
  platform: Platform | undefined;
  platformName: string;
  due: readonly DuePost[];
  /** Null where a button for it stands already. */
  onPassword: (() => void) | null;
};

/** How the session of an account stands, what depends on it, and the ways to renew or wipe it. */
export function SessionPanel(props: SessionPanelProps) {
  const { profile, platform, platformName, due, onPassword } = props;
  const { sessions: text } = useMessages(sessionsMessages);
  const [isWiping, setIsWiping] = useState(false);
  const health = useSessionHealth()(profile.id, useNow());
  const { session, expiry, renewsItself, lastGoodAt } = health;
  const because = useBecause(expiry, platformName);
  const counts = dueAround(health, due, profile.id);
  return (
    <section aria-label={text.title} className="grid gap-3 border-t border-line pt-4">
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        <div className="flex gap-1.5">
          <dt className="text-ink-soft">{text.lastGood}</dt>
          <dd>
            <Moment at={lastGoodAt} none={text.never} />
          </dd>
        </div>
        {session !== null && (
          <div className="flex flex-wrap gap-x-1.5">
            <dt className="text-ink-soft">{text.capturedBy}</dt>
            <dd>
              {text.ways[session.capturedBy]}, <Moment at={session.capturedAt} none="" />
            </dd>
          </div>
        )}
      </dl>
      {session === null ? (
        <p className="text-ink-soft">{text.none}</p>
      ) : (
        <div className="grid max-w-prose gap-1 text-ink-soft">
          <p>
            {because}
            {renewsItself && ` ${text.renewsItself}`}
          </p>
          {!renewsItself && expiry !== null && (
            <p className={counts.after > 0 ? "flex items-start gap-1.5 text-warn" : ""}>
              {counts.after > 0 && <CalendarClock aria-hidden className="mt-0.5 size-4 shrink-0" />}
              {text.due(counts.before, counts.after)}
            </p>
          )}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {platform !== undefined && (
          <RenewalWays profileId={profile.id} platform={platform} onPassword={onPassword} />
        )}
        {session !== null && (
          <Button
            variant="quiet"
            size="small"
            className="text-danger hover:bg-danger-soft hover:text-danger"
            onClick={() => setIsWiping(true)}
          >
            {text.wipe}
          </Button>
        )}
      </div>
      {session !== null && (
        <details className="text-ink-soft">
          <summary className="w-fit cursor-pointer rounded-control py-1 hover:text-ink pointer-coarse:py-2.5">
            {text.details}
          </summary>
          <p className="max-w-prose">{text.sealedWith(session.keyId)}</p>
        </details>
      )}
      {isWiping && session !== null && (
        <WipeDialog
          sessionId={session.id}
          platformName={platformName}
          renewsItself={renewsItself}
          dueCount={counts.before + counts.after}
          onClose={() => setIsWiping(false)}
        />
      )}
    </section>
  );
}

/** When it ends, and by what that is known. */
function useBecause(expiry: Expiry | null, platformName: string): string {
  const { because } = useMessages(sessionsMessages).sessions;
  const now = useNow();
  const zone = useTimeZone();
  if (expiry === null) return because.unknown;
  const day = aboutDay(expiry.at, now, zone);
  return expiry.because === "platform"
    ? because.platform(platformName, day)
    : because.earlier(expiry.count, expiry.days, day);
}
