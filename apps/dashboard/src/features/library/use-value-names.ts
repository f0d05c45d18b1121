"use client";

import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { useMessages } from "#messages/use-messages.ts";
import type { ChosenFacet } from "./library-query.ts";

/** What the values of facets are called. */
export function useValueName(): (facet: ChosenFacet, value: string) => string {
  const { library, libraryPage: text, taxonomy } = useMessages();
  const platforms = usePlatformNames();
  const named: Record<ChosenFacet, (value: string) => string | undefined> = {
    platform: (value) => platforms.find(({ id }) => id === value)?.name,
    kind: (value) => wordOf(library.kindsMany, value),
    source: (value) => wordOf(library.sources, value),
    used: (value) => wordOf(text.used, value),
    earned: (value) => wordOf(text.earned, value),
    concept: (value) => conceptName(taxonomy.concepts, value),
    tag: (value) => value,
  };
  return (facet, value) => named[facet](value) ?? value;
}

function conceptName(
  concepts: Readonly<Record<string, { name: string }>>,
  value: string,
): string | undefined {
  return concepts[value]?.name;
}

function wordOf(words: Readonly<Record<string, string>>, value: string): string | undefined {
  return words[value];
}
