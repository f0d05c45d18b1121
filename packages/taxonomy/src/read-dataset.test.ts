import { expect, test } from "vitest";
import { rowsOf } from "./dataset-rows.ts";
import { readDataset } from "./read-dataset.ts";

test("a row has its other names parted by a bar", () => {
  const text =
    "tag,dimension,weight,aliases\nbeach,Content Type,0.5,playa|praia\nsea,Content Type,1,\n";
  expect(rowsOf({ name: "x.csv", text })).toEqual([
    {
      place: "x.csv, line 2",
      tag: "beach",
      dimension: "Content Type",
      weight: "0.5",
      aliases: ["playa", "praia"],
    },
    { place: "x.csv, line 3", tag: "sea", dimension: "Content Type", weight: "1", aliases: [] },
  ]);
});

test("the weights that are shipped lie between 0 and 1", () => {
  for (const { weight } of readDataset()) expect(weight >= 0 && weight <= 1).toBe(true);
});
