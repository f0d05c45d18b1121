import { en } from "./en.ts";
import type { Locale } from "./locale.ts";

/** The shape that every language fills: the same keys, any words. */
export type Messages = Loosened<typeof en>;

// A typed object rather than a library: no run time, sentences with parameters are checked by tsc.
const catalogues = { en } satisfies Record<Locale, Messages>;

/** Everything that is said, for the server and for tests; the browser loads it page by page. */
export function messagesFor(locale: Locale): Messages {
  return catalogues[locale];
}

/** A part of the catalogue without what its words are just now. */
export type Loosened<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Loosened<T[Key]> };
