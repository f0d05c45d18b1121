import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConceptSlug } from "@genie/schema";
import type { MediaFacts } from "./classifier.ts";

/** A caption with what a reader finds in it; `labelled/README.md` says what is what. */
export type Labelled = {
  id: string;
  kind: string;
  caption: string;
  tags: string[];
  media: MediaFacts;
  labels: string[];
  /** Tags of the data set that are said. */
  expected?: string[];
  concepts: Record<ConceptSlug, number | null>;
};

const folder = join(import.meta.dirname, "../labelled");

/** The half that the classifier is built on, or the half that it is judged by. */
export function readLabelled(half: "check" | "tune"): Labelled[] {
  return readFileSync(join(folder, `${half}.jsonl`), "utf8")
    .trim()
    .split("\n")
    .map((line): Labelled => JSON.parse(line));
}
