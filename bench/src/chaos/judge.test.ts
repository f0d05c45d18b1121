import { expect, it } from "vitest";
import { judge } from "./judge.ts";

const planned = [
  { caption: "once", class: "lookup" },
  { caption: "thrice", class: "lookup" },
  { caption: "gone", class: "blind" },
  { caption: "asked, gone", class: "blind" },
  { caption: "asked, there", class: "blind" },
] as const;

it("counts what is there too often, what is not there, and what somebody is asked about", () => {
  const shown = ["once", "thrice", "thrice", "thrice", "asked, there", "not of this run"];
  const asked = new Set(["asked, gone", "asked, there"]);
  expect(judge(planned, shown, asked)).toEqual({
    lookup: { posts: 2, duplicates: 2, lost: 0, needsPerson: 0 },
    blind: { posts: 3, duplicates: 0, lost: 1, needsPerson: 2 },
    all: { posts: 5, duplicates: 2, lost: 1, needsPerson: 2 },
  });
});
