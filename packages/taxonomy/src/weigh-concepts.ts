import {
  type ClassifiedTag,
  type ConceptSlug,
  conceptKinds,
  conceptSlugs,
  type ConceptValue,
} from "@genie/schema";
import type { MediaEvidence } from "./media-evidence.ts";

/** Of a strength, how much of its weight one tag brings. */
const strengthShare = 0.75;
const mostStrength = 0.98;
/** On a scale, the middle of what was found is not lower than this share of the strongest adult label. */
const adultFrom = 0.6;
const mostConfidence = 0.97;
const trusts = { caption: 0.5, tags: 0.6, typo: 0.35, emoji: 0.2, media: 0.15, added: 0.9 };
const moreOfTheSame = 0.1;

/**
 * A value and its confidence for each concept, of the tags that count and of what the media say. What the
 * creator has set stands.
 */
export function weighConcepts(
  tags: readonly ClassifiedTag[],
  media: readonly MediaEvidence[],
  set: Partial<Record<ConceptSlug, number | undefined>>,
): Record<ConceptSlug, ConceptValue> {
  const signs = new Map<ConceptSlug, Sign[]>();
  const add = (concept: ConceptSlug, sign: Sign) => {
    const others = signs.get(concept);
    if (others === undefined) signs.set(concept, [sign]);
    else others.push(sign);
  };
  for (const tag of tags) {
    if (tag.by === "proposed") continue;
    add(tag.concept, { weight: tag.weight * shareOf(tag), trust: trustOf(tag) });
  }
  for (const { concept, weight } of media) add(concept, { weight, trust: trusts.media });
  const values = {} as Record<ConceptSlug, ConceptValue>;
  for (const slug of conceptSlugs) {
    const corrected = set[slug];
    const said = signs.get(slug);
    if (corrected !== undefined) {
      values[slug] = { value: corrected, confidence: 1, corrected: true };
    } else {
      values[slug] = said === undefined ? { value: 0, confidence: 0 } : weigh(said, slug);
    }
  }
  return values;
}

type Sign = { weight: number; trust: number };

function weigh(signs: Sign[], slug: ConceptSlug): ConceptValue {
  const doubt = signs.reduce((left, { trust }) => left * (1 - trust), 1);
  const value = conceptKinds[slug] === "scale" ? placeOf(signs) : strengthOf(signs);
  return { value: rounded(value), confidence: rounded(Math.min(mostConfidence, 1 - doubt)) };
}

function placeOf(signs: Sign[]): number {
  const sum = signs.reduce((total, { trust }) => total + trust, 0);
  const middle = signs.reduce((total, { weight, trust }) => total + weight * trust, 0) / sum;
  const strongest = signs.reduce((most, { weight }) => Math.max(most, weight), 0);
  return strongest >= adultFrom ? Math.max(middle, strongest) : middle;
}

function strengthOf(signs: Sign[]): number {
  const left = signs.reduce((rest, { weight }) => rest * (1 - weight * strengthShare), 1);
  return Math.min(mostStrength, 1 - left);
}

/** A tag that the media alone say counts half. */
function shareOf({ by, from }: ClassifiedTag): number {
  return by === "found" && from.every((evidence) => evidence.in === "media") ? 0.5 : 1;
}

/** Independent evidence adds up; what is misspelt or drawn says less. */
function trustOf({ by, from }: ClassifiedTag): number {
  if (by === "added") return trusts.added;
  const best = from.reduce((most, evidence) => {
    const trust = evidence.typo === true ? trusts.typo : trustOfWords(evidence);
    return Math.max(most, trust);
  }, 0);
  return Math.min(trusts.added, best + moreOfTheSame * (from.length - 1));
}

function trustOfWords({ in: place, words }: ClassifiedTag["from"][number]): number {
  if (place === "media") return trusts.media;
  return /[\p{L}\p{N}]/u.test(words) ? trusts[place] : trusts.emoji;
}

function rounded(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;
}
