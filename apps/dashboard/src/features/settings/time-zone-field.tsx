"use client";

import { useMemo } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { NativeSelect } from "#components/ui/native-select.tsx";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { isTimeZone, timeZonesByRegion, zoneName } from "./time-zones.ts";

type TimeZoneFieldProps = {
  zone: string;
  savedZone: string;
  onUse: (zone: string) => void;
  registration: UseFormRegisterReturn;
};

/** A native select: four hundred zones, and phones bring their own picker for it. */
export function TimeZoneField({ zone, savedZone, onUse, registration }: TimeZoneFieldProps) {
  const { profile } = useMessages(settingsMessages);
  const regions = useMemo(() => timeZonesByRegion(), []);
  const isBrowser = useHydrated();
  const detected = isBrowser ? new Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
  const isKnown = [...regions.values()].some((zones) => zones.includes(savedZone));
  return (
    <div className="grid justify-items-start gap-2 *:w-full">
      <Field
        label={profile.timezone}
        hint={isBrowser ? profile.timezoneHint(timeIn(zone)) : undefined}
      >
        {(control) => (
          <NativeSelect defaultValue={savedZone} {...control} {...registration}>
            {!isKnown && <option value={savedZone}>{savedZone}</option>}
            {[...regions].map(([region, zones]) => (
              <optgroup key={region} label={region}>
                {zones.map((name) => (
                  <option key={name} value={name}>
                    {zoneName(name)}
                  </option>
                ))}
              </optgroup>
            ))}
          </NativeSelect>
        )}
      </Field>
      {detected !== zone && (
        <Button
          variant="secondary"
          size="small"
          className="h-auto justify-self-start whitespace-normal sm:w-auto"
          onClick={() => onUse(detected)}
        >
          {profile.detected(detected)}
        </Button>
      )}
    </div>
  );
}

function timeIn(zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    ...(isTimeZone(zone) && { timeZone: zone }),
  }).format(new Date());
}
