import { expect, test } from "vitest";
import { judge } from "./judge.ts";
import { readLabelled } from "./labelled.ts";
import { openClassifier } from "./open-classifier.ts";
import { readDataset } from "./read-dataset.ts";

test("finds what a reader finds in the captions it was built on", () => {
  const { tags, concepts } = judge(openClassifier(readDataset()), readLabelled("tune"));
  expect(tags.precision).toBeGreaterThanOrEqual(0.95);
  expect(tags.recall).toBeGreaterThanOrEqual(0.9);
  for (const correlation of concepts.values()) expect(correlation).toBeGreaterThan(0.6);
});
