import { expect, test } from "vitest";
import { datasetFiles, rowsOf } from "./dataset-rows.ts";
import { readLabelled } from "./labelled.ts";
import { lintDataset } from "./lint-dataset.ts";

test("the files that are shipped may be shipped", () => {
  expect(lintDataset(datasetFiles())).toEqual([]);
});

test.each(datasetFiles())("$name holds the tags of one dimension, sorted", (file) => {
  const rows = rowsOf(file);
  const tags = rows.map(({ tag }) => tag);
  expect(new Set(rows.map(({ dimension }) => dimension)).size).toBe(1);
  expect(tags).toEqual(tags.toSorted());
});

test("what captions are expected to say is a tag", () => {
  const tags = new Set(datasetFiles().flatMap((file) => rowsOf(file).map(({ tag }) => tag)));
  const expected = (["tune", "check"] as const)
    .flatMap(readLabelled)
    .flatMap((one) => one.expected ?? [one.id]);
  expect(expected.filter((tag) => !tags.has(tag))).toEqual([]);
});
