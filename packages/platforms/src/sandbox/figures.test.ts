import { describe, expect, it } from "vitest";
import { type FigureMarkup, readFigures } from "./figures.ts";

const nothing: FigureMarkup = {
  terms: [],
  definitions: [],
  itemLabels: [],
  itemTexts: [],
  columns: [],
  cells: [],
};

describe("readFigures", () => {
  const expected = new Map([
    ["Likes", "1,234"],
    ["Views", "9"],
  ]);
  it.each([
    ["a list of terms", { terms: ["Likes", "Views"], definitions: ["1,234", "9"] }],
    ["a list of items", { itemLabels: ["Likes", "Views"], itemTexts: [" 1,234\n", "9"] }],
    ["a table", { columns: ["Likes", "Views"], cells: ["1,234", "9"] }],
  ])("reads %s", (_case, markup) => {
    expect(readFigures({ ...nothing, ...markup })).toEqual(expected);
  });

  it.each([
    ["nothing", {}],
    ["labels without texts", { terms: ["Likes"] }],
    ["texts without labels", { cells: ["1"] }],
    ["more labels than texts", { terms: ["Likes", "Views"], definitions: ["1"] }],
    ["a label twice", { terms: ["Likes", "Likes"], definitions: ["1", "2"] }],
    ["two ways at once", { terms: ["a"], definitions: ["1"], columns: ["b"], cells: ["2"] }],
  ])("does not guess from %s", (_case, markup) => {
    expect(readFigures({ ...nothing, ...markup })).toBeNull();
  });
});
