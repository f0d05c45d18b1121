import type { Classification, ConceptSlug, Corrections } from "@genie/schema";

/** A tag of the data set. `weight`, 0 to 1, says what `conceptKinds` says; `aliases` mean the same. */
export type TagMapping = {
  tag: string;
  concept: ConceptSlug;
  weight: number;
  aliases: readonly string[];
};

/** How a creator classifies a tag herself: instead of the data set's, or one of her own. */
export type OwnTag = { tag: string; concept: ConceptSlug; weight: number; ignored: boolean };

/** Pixels, seconds and bytes; null where they are not known. */
export type MediaFacts = {
  type: "gallery" | "image" | "video";
  width: number | null;
  height: number | null;
  durationS: number | null;
  sizeBytes: number | null;
};

export type Classifiable = {
  caption: string | null;
  /** As the creator wrote them beside it. */
  tags: readonly string[];
  media: MediaFacts;
  corrections?: Corrections | undefined;
  /** Tags that a language model proposes. */
  proposals?: readonly string[] | undefined;
};

/** Finds tags and values for one creator, or for nobody in particular. The same input gives the same answer. */
export type TagReader = (entry: Classifiable) => Classification;

export type Classifier = {
  /** Of the mapping it was opened with. */
  version: string;
  /** Her own tags win over those of the data set. */
  readFor: (own: readonly OwnTag[]) => TagReader;
  /** The tag that a word or phrase means, null where it means none. */
  resolve: (term: string) => TagMapping | null;
};
