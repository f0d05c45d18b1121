"use client";

import type { Pause, Stop, Viewer } from "@genie/directus-client";
import { CirclePause } from "lucide-react";
import type { ReactNode } from "react";
import { useNow } from "#components/ui/use-now.ts";
import { dayAndTime } from "#features/calendar/describe-time.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { pausesMessages } from "#messages/pauses-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { GoOnButton } from "./go-on-button.tsx";
import { holdsAt } from "./holds.ts";
import { useKnownHolds } from "./holds-provider.tsx";

/** Why nothing goes out just now, since when, until when, and how it goes on. */
export function HoldBanners({ viewer }: { viewer: Viewer }) {
  const holds = holdsAt(useNow(15_000), useKnownHolds());
  return (
    <output className="grid grid-cols-1 gap-3 empty:hidden">
      {holds.map((hold) =>
        hold.kind === "stop" ? (
          <StopBanner key={hold.id} stop={hold} />
        ) : (
          <PauseBanner key={hold.id} pause={hold} viewer={viewer} />
        ),
      )}
    </output>
  );
}

function StopBanner({ stop }: { stop: Stop }) {
  const { pauses: text } = useMessages(pausesMessages);
  const moment = useMoment();
  const nameOf = usePlatformName();
  const reason = stop.reason ?? (stop.cause === "restore" ? text.restored : null);
  return (
    <Banner
      title={
        stop.platform === null
          ? text.titles.stopped
          : text.titles.platformStopped(nameOf(stop.platform))
      }
      lines={[reason, stop.since !== null && text.stopSince(moment(stop.since))]}
    />
  );
}

function PauseBanner({ pause, viewer }: { pause: Pause; viewer: Viewer }) {
  const { pauses: text } = useMessages(pausesMessages);
  const moment = useMoment();
  const { from, until, reason } = pause;
  return (
    <Banner
      title={<PauseTitle pause={pause} viewer={viewer} />}
      lines={[
        until === null ? text.since(moment(from)) : text.sinceUntil(moment(from), moment(until)),
        reason !== null && <span data-sensitive>{reason}</span>,
      ]}
    >
      <GoOnButton pause={pause} viewer={viewer} />
    </Banner>
  );
}

function PauseTitle({ pause: { scope }, viewer }: { pause: Pause; viewer: Viewer }) {
  const { pauses: text } = useMessages(pausesMessages);
  const nameOf = usePlatformName();
  const profiles = useProfiles(viewer);
  if (scope.kind === "platform") return text.titles.platform(nameOf(scope.platform));
  if (scope.kind === "all") return text.titles.all;
  const profile = profiles.data?.find(({ id }) => id === scope.profileId);
  if (profile === undefined) return text.titles.all;
  return (
    <span data-sensitive>{text.titles.account(nameOf(profile.platform), profile.username)}</span>
  );
}

type BannerProps = { title: ReactNode; lines: ReactNode[]; children?: ReactNode };

function Banner({ title, lines, children }: BannerProps) {
  return (
    <section className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-card border border-warn bg-warn-soft p-4">
      <div className="flex min-w-[min(18rem,100%)] flex-1 items-start gap-3">
        <CirclePause aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
        <div className="grid min-w-0 gap-0.5">
          <h2 className="font-strong wrap-anywhere">{title}</h2>
          {lines.map((line, place) =>
            line ? (
              <p key={place} className="wrap-anywhere">
                {line}
              </p>
            ) : null,
          )}
        </div>
      </div>
      {children}
    </section>
  );
}

function useMoment(): (at: string) => string {
  const zone = useTimeZone();
  const now = useNow();
  return (at) => dayAndTime(new Date(at), now, zone);
}

function usePlatformName(): (id: string) => string {
  const platforms = usePlatformNames();
  return (id) => platforms.find((platform) => platform.id === id)?.name ?? id;
}
