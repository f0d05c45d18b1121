"use client";

import { conceptChoices, conceptSlugs } from "@genie/schema";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { bandWords } from "#features/taxonomy/band-words.ts";
import type { Messages } from "#messages/messages.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { taxonomyMessages } from "#messages/taxonomy-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ChosenFacet } from "./library-query.ts";

/** What the values of facets are called. */
export function useValueName(): (facet: ChosenFacet, value: string) => string {
  const { library } = useMessages(libraryMessages);
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const { taxonomy } = useMessages(taxonomyMessages);
  const platforms = usePlatformNames();
  const named: Record<ChosenFacet, (value: string) => string | undefined> = {
    platform: (value) => platforms.find(({ id }) => id === value)?.name,
    kind: (value) => wordOf(library.kindsMany, value),
    source: (value) => wordOf(library.sources, value),
    used: (value) => wordOf(text.used, value),
    earned: (value) => wordOf(text.earned, value),
    concept: (value) => choiceName(taxonomy, value),
    tag: (value) => value,
    subject: (value) => value,
  };
  return (facet, value) => named[facet](value) ?? value;
}

/** "Intimacy level: Adult" of a band of a concept. */
function choiceName(words: Messages["taxonomy"], value: string): string | undefined {
  const choice = conceptChoices.find((one) => one === value);
  const slug = conceptSlugs.find((one) => value.startsWith(`${one}.`));
  if (choice === undefined || slug === undefined) return undefined;
  return `${words.concepts[slug].name}: ${bandWords(words, choice)}`;
}

function wordOf(words: Readonly<Record<string, string>>, value: string): string | undefined {
  return words[value];
}
