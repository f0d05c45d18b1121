"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { useMessages } from "#messages/use-messages.ts";
import { deviceCookieText, type DevicePreferences } from "./device-preferences.ts";

type Device = DevicePreferences & { change: (changes: Partial<DevicePreferences>) => void };

const DeviceContext = createContext<Device | null>(null);

export function useDevice(): Device {
  const device = use(DeviceContext);
  if (device === null) throw new Error("useDevice needs a DeviceProvider above it");
  return device;
}

type DeviceProviderProps = { initial: DevicePreferences; children: ReactNode };

/** Applies a change at once, remembers it on the device and lets the server redo title and icon. */
export function DeviceProvider({ initial, children }: DeviceProviderProps) {
  const [preferences, setPreferences] = useState(initial);
  const { privateTitle } = useMessages();
  const router = useRouter();

  const device = useMemo<Device>(
    () => ({
      ...preferences,
      change: (changes) => {
        const next = { ...preferences, ...changes };
        setPreferences(next);
        document.cookie = deviceCookieText(next);
        applyToDocument(next);
        if (next.privateMode && !preferences.privateMode) document.title = privateTitle;
        router.refresh();
      },
    }),
    [preferences, privateTitle, router],
  );
  return <DeviceContext value={device}>{children}</DeviceContext>;
}

function applyToDocument({ theme, privateMode }: DevicePreferences): void {
  const { dataset } = document.documentElement;
  dataset["theme"] = theme;
  if (privateMode) dataset["private"] = "";
  else delete dataset["private"];
}
