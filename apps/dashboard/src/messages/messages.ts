import { en } from "./en.ts";

/** The shape that every language fills: the same keys, any words. */
export type Messages = Loosened<typeof en>;

// A typed object rather than a library: no run time, sentences with parameters are checked by tsc.
const catalogues = { en } satisfies Record<string, Messages>;

export type Locale = keyof typeof catalogues;
export const defaultLocale: Locale = "en";

export function messagesFor(locale: Locale): Messages {
  return catalogues[locale];
}

type Loosened<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Loosened<T[Key]> };
