import type { Metadata } from "next";
import { defaultLocale } from "#messages/locale.ts";
import { type Messages, messagesFor } from "#messages/messages.ts";
import { readDevicePreferences } from "./read-device-preferences.ts";

/** Title and icon of a page: neutral ones in private mode. */
export async function pageMetadata(title: keyof Messages["titles"]): Promise<Metadata> {
  const messages = messagesFor(defaultLocale);
  const { privateMode } = await readDevicePreferences();
  return {
    title: privateMode
      ? messages.privateTitle
      : `${messages.titles[title]} · ${messages.productName}`,
    icons: { icon: privateMode ? "/icon-neutral.svg" : "/icon.svg" },
    robots: { index: false, follow: false },
  };
}
