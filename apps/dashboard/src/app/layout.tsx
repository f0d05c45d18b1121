import "@fontsource-variable/inter/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { pageMetadata } from "#features/device/page-metadata.ts";
import { readDevicePreferences } from "#features/device/read-device-preferences.ts";
import { nonceHeader } from "#features/http/nonce-header.ts";
import { AppProviders } from "#features/shell/app-providers.tsx";
import { defaultLocale } from "#messages/locale.ts";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f7" },
    { media: "(prefers-color-scheme: dark)", color: "#131110" },
  ],
};

export function generateMetadata(): Promise<Metadata> {
  return pageMetadata("home");
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [device, headerStore] = await Promise.all([readDevicePreferences(), headers()]);
  return (
    <html
      lang={defaultLocale}
      data-theme={device.theme}
      data-private={device.privateMode ? "" : undefined}
    >
      <body>
        <AppProviders
          locale={defaultLocale}
          device={device}
          nonce={headerStore.get(nonceHeader) ?? undefined}
        >
          {children}
        </AppProviders>
      </body>
    </html>
  );
}
