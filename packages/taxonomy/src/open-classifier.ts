import { createHash } from "node:crypto";
import type { Classifier, OwnTag, TagMapping } from "./classifier.ts";
import { indexIn } from "./creators-tags.ts";
import { createFinder } from "./finder.ts";
import { addForms } from "./forms.ts";
import { otherWords } from "./idioms.ts";
import { lookFor } from "./looked-for.ts";
import { createNormaliser, type Normalised } from "./normalise.ts";
import { addOrdinaryWords } from "./ordinary-words.ts";
import { openReader } from "./open-reader.ts";
import { createSlipIndex } from "./slip-index.ts";
import { hashOf } from "./word-hash.ts";
import { createWordTable, ordinary } from "./word-table.ts";

/** Raised when the same mapping gives other answers. */
const algorithm = 6;
const expectedWords = 120_000;

/**
 * Opens a classifier for these tags: takes some tenths of a second and some tens of megabytes for the data
 * set, to be kept. `version` is a hash of mapping and algorithm unless it is given.
 */
export function openClassifier(
  mapping: readonly TagMapping[],
  version: string = versionOf(mapping),
): Classifier {
  const words = createWordTable(expectedWords);
  addOrdinaryWords(words);
  const { forms, all } = lookFor(mapping, words);
  addForms(forms.keys(), words);
  const findAll = createFinder(all.forms);
  const isOrdinary = (word: string) => words.flagsAt(hashOf(word)) === ordinary;
  const dataset = {
    mapping,
    forms,
    vocabulary: { flagsAt: words.flagsAt, correct: createSlipIndex(slipWords(forms), isOrdinary) },
    find: (normalised: Normalised) => all.settle(findAll(normalised), normalised.text),
    otherWords: otherWords(),
  };
  const normalise = createNormaliser();
  return {
    version,
    readFor: (own: readonly OwnTag[]) => openReader(version, dataset, normalise, own),
    resolve: (term) => mapping[indexIn(forms, term) ?? -1] ?? null,
  };
}

function slipWords(forms: ReadonlyMap<string, number>) {
  const meanings = new Map<string, number>();
  for (const [form, tag] of forms) {
    if (!form.includes(" ")) meanings.set(form, tag);
  }
  for (const form of forms.keys()) {
    for (const word of form.split(" ")) {
      if (!meanings.has(word)) meanings.set(word, -1);
    }
  }
  return Array.from(meanings, ([word, tag]) => ({ word, tag }));
}

function versionOf(mapping: readonly TagMapping[]): string {
  const hash = createHash("sha256").update(String(algorithm));
  for (const { tag, concept, weight, aliases } of mapping) {
    hash.update(JSON.stringify([tag, concept, weight, aliases]));
  }
  return hash.digest("hex").slice(0, 16);
}
