"use client";

import { createContext, use } from "react";
import { defaultLocale, type Locale } from "./locale.ts";
import type { Loosened } from "./messages.ts";
import { sharedMessages } from "./shared-messages.ts";

/** The language of the page; the root layout sets it. */
export const LocaleContext = createContext(defaultLocale);

/** What every page says, or what an area says: only the pages that name an area load its words. */
export function useMessages(): Loosened<typeof sharedMessages.en>;
export function useMessages<Words>(area: Record<Locale, Words>): Loosened<Words>;
export function useMessages(area: Record<Locale, unknown> = sharedMessages): unknown {
  return area[use(LocaleContext)];
}
