import { listPlatforms, platformSettings } from "@genie/platforms";
import type { ReactNode } from "react";
import { env } from "#env";
import { TimeZoneProvider } from "#features/calendar/time-zone-provider.tsx";
import { LogInRequestsProvider } from "#features/live-view/log-in-requests-provider.tsx";
import { HoldsProvider } from "#features/pauses/holds-provider.tsx";
import { PlatformsProvider } from "#features/platforms/platforms-provider.tsx";
import { requireSession } from "#features/session/get-session.ts";
import { SessionsProvider } from "#features/session-health/sessions-provider.tsx";
import { AdoptDeviceZone } from "#features/settings/adopt-device-zone.tsx";
import { Shell } from "#features/shell/shell.tsx";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const { viewer, persona } = await requireSession();
  const settings = platformSettings(env());
  const names = listPlatforms(settings).map(({ id, name }) => ({ id, name }));
  return (
    <PlatformsProvider settings={settings} names={names}>
      <TimeZoneProvider zone={persona?.timezone ?? "UTC"}>
        <HoldsProvider viewer={viewer}>
          <SessionsProvider viewer={viewer}>
            <LogInRequestsProvider viewer={viewer}>
              <Shell viewer={viewer}>{children}</Shell>
            </LogInRequestsProvider>
          </SessionsProvider>
        </HoldsProvider>
        {persona !== null && <AdoptDeviceZone viewer={viewer} persona={persona} />}
      </TimeZoneProvider>
    </PlatformsProvider>
  );
}
