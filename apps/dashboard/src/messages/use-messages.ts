"use client";

import { createContext, use } from "react";
import { defaultLocale, type Messages, messagesFor } from "./messages.ts";

/** The language of the page; the root layout sets it. */
export const LocaleContext = createContext(defaultLocale);

export function useMessages(): Messages {
  return messagesFor(use(LocaleContext));
}
