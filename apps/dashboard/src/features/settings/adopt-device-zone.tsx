"use client";

import type { Persona, Viewer } from "@genie/directus-client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useToast } from "#components/ui/toaster.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { useMessages } from "#messages/use-messages.ts";

type AdoptDeviceZoneProps = { viewer: Viewer; persona: Persona };

/** Somebody new gets the time zone of her device, and is told: a post at 21:00 is meant to be hers. */
export function AdoptDeviceZone({ viewer, persona }: AdoptDeviceZoneProps) {
  const { shell } = useMessages();
  const toast = useToast();
  const router = useRouter();
  const isNew = persona.onboardingState === "new";

  useEffect(() => {
    const timezone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!isNew || timezone === persona.timezone || persona.timezone !== "UTC") return;
    const adopt = async () => {
      const { displayName } = persona;
      // Once in the life of an account, so no page brings it along.
      const { saveProfile } = await import("./save-profile.ts");
      await saveProfile(browserDirectus(), { viewer, persona }, { displayName, timezone });
      toast(shell.zoneAdopted(timezone));
      router.refresh();
    };
    // When it fails, it is tried again with the next page; the settings have it too.
    adopt().catch(() => undefined);
    // Once a page load; the refresh brings a persona that is new no more.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isNew, persona.timezone]);
  return null;
}
