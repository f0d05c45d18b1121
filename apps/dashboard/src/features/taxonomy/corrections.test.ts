import type { ClassifiedTag } from "@genie/schema";
import { describe, expect, test } from "vitest";
import {
  type Sorted,
  standingOf,
  takenBack,
  withConcept,
  withoutTag,
  withTag,
} from "./corrections.ts";

const beach: ClassifiedTag = {
  tag: "beach",
  concept: "content-type",
  weight: 0.5,
  by: "found",
  from: [{ in: "caption", words: "Beach" }],
};
const poll: ClassifiedTag = {
  tag: "poll",
  concept: "engagement-potential",
  weight: 0.9,
  by: "proposed",
  from: [],
};
const nothing = { value: 0, confidence: 0 };

function entryWith(tags: ClassifiedTag[]): Sorted {
  return {
    classification: {
      version: "1",
      concepts: {
        "intimacy-level": { value: 0.5, confidence: 0.2 },
        "production-quality": nothing,
        "content-type": { value: 0.8, confidence: 0.9 },
        "audience-appeal": nothing,
        "platform-fit": nothing,
        "engagement-potential": nothing,
      },
      tags,
    },
    corrections: { concepts: {}, added: [], removed: [] },
    isDue: false,
  };
}

describe("a tag", () => {
  test("that is taken off is remembered as removed", () => {
    const { corrections, classification } = withoutTag(entryWith([beach, poll]), beach);
    expect(corrections).toEqual({ concepts: {}, added: [], removed: ["beach"] });
    expect(classification.tags).toEqual([poll]);
  });

  test("that she added herself is only not added any more", () => {
    const added = withTag(entryWith([]), { tag: "sunset", concept: "content-type", weight: 0.4 });
    expect(added.corrections.added).toEqual(["sunset"]);
    const [tag] = added.classification.tags;
    expect(tag).toMatchObject({ tag: "sunset", by: "added", from: [] });
    const without = withoutTag(added, { ...beach, tag: "sunset", by: "added", from: [] });
    expect(without.corrections).toEqual({ concepts: {}, added: [], removed: [] });
  });

  test("that was proposed counts as hers once she takes it", () => {
    const { corrections, classification } = withTag(entryWith([poll]), poll);
    expect(corrections.added).toEqual(["poll"]);
    expect(classification.tags).toEqual([{ ...poll, by: "added" }]);
  });

  test("that was removed and is added again is not removed any more", () => {
    const { corrections } = withTag(withoutTag(entryWith([beach]), beach), beach);
    expect(corrections).toEqual({ concepts: {}, added: ["beach"], removed: [] });
  });
});

describe("a concept", () => {
  test("that she sets is certain, until she gives it back", () => {
    const set = withConcept(entryWith([]), "intimacy-level", 0.9);
    expect(set.corrections.concepts).toEqual({ "intimacy-level": 0.9 });
    expect(standingOf(set.classification, "intimacy-level")).toEqual({
      value: 0.9,
      band: "high",
      certainty: "corrected",
    });
    const back = withConcept(set, "intimacy-level", null);
    expect(back.corrections.concepts).toEqual({});
    expect(back.classification.concepts["intimacy-level"].corrected).toBeUndefined();
  });

  test("is said to stand somewhere only where something says so", () => {
    const { classification } = entryWith([]);
    expect(standingOf(classification, "platform-fit").band).toBeNull();
    expect(standingOf(classification, "intimacy-level").certainty).toBe("low");
    expect(standingOf(classification, "content-type").certainty).toBe("high");
  });
});

describe("a correction that is taken back", () => {
  const start = withConcept(entryWith([beach, poll]), "content-type", 0.4);
  const set = withConcept(start, "engagement-potential", 0.2);
  const without = withoutTag(set, beach);
  const taken = withTag(without, poll);

  test.each([
    [
      "a concept",
      { from: start, to: set },
      { concepts: { "content-type": 0.4 }, added: ["poll"], removed: ["beach"] },
    ],
    ["a tag", { from: set, to: without }, { added: ["poll"], removed: [] }],
    ["a proposal", { from: without, to: taken }, { added: [], removed: ["beach"] }],
  ])("%s leaves the others as they are", (_what, correction, corrections) => {
    const back = takenBack(structuredClone(taken), correction);
    expect(back.corrections).toEqual({ ...taken.corrections, ...corrections });
  });

  test("shows what was there before", () => {
    const back = takenBack(taken, { from: set, to: without }).classification;
    expect(back.tags).toEqual([{ ...poll, by: "added" }, beach]);
    expect(takenBack(taken, { from: without, to: taken }).classification.tags).toEqual([poll]);
    expect(
      takenBack(taken, { from: start, to: set }).classification.concepts["engagement-potential"],
    ).toEqual(nothing);
  });

  test("that is the latest leaves nothing of it", () => {
    expect(takenBack(set, { from: start, to: set })).toEqual(start);
  });
});
