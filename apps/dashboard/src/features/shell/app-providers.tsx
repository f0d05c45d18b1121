"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { type ReactNode, useState } from "react";
import { Toaster } from "#components/ui/toaster.tsx";
import type { DevicePreferences } from "#features/device/device-preferences.ts";
import { DeviceProvider } from "#features/device/device-provider.tsx";
import { leaveWhenSignedOut } from "#features/session/leave-when-signed-out.ts";
import type { Locale } from "#messages/locale.ts";
import { LocaleContext } from "#messages/use-messages.ts";

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

function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // The Directus client has already waited and repeated where that makes sense.
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000 },
      // Offline it is said at once that nothing was done, and nothing is done by itself later.
      mutations: { networkMode: "always" },
    },
  });
}

function onError(error: unknown): void {
  void leaveWhenSignedOut(error);
}
