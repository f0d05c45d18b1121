import type { ConceptBand, ConceptChoice, ConceptSlug } from "@genie/schema";
import type { Messages } from "#messages/messages.ts";

/** "Adult": what a band of a concept is called. */
export function bandWords({ bands }: Messages["taxonomy"], choice: ConceptChoice): string {
  const [slug, band] = choice.split(".") as [ConceptSlug, ConceptBand];
  return bands[slug][band];
}
