"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { type ReactNode, useState } from "react";
import { Toaster } from "#components/ui/toaster.tsx";
import type { DevicePreferences } from "#features/device/device-preferences.ts";
import { DeviceProvider } from "#features/device/device-provider.tsx";
import type { Locale } from "#messages/locale.ts";
import { LocaleContext } from "#messages/use-messages.ts";
import { createQueryClient } from "./create-query-client.ts";

type AppProvidersProps = {
  locale: Locale;
  device: DevicePreferences;
  nonce: string | undefined;
  children: ReactNode;
};

export function AppProviders({ locale, device, nonce, children }: AppProvidersProps) {
  const [queryClient] = useState(createQueryClient);
  // Radix' dialogs add a style element while they are open; the CSP wants a nonce on it.
  useState(() => {
    if (nonce !== undefined) setNonce(nonce);
  });
  return (
    <LocaleContext value={locale}>
      <QueryClientProvider client={queryClient}>
        <DeviceProvider initial={device}>
          <Toaster>{children}</Toaster>
        </DeviceProvider>
      </QueryClientProvider>
    </LocaleContext>
  );
}
