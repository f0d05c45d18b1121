import { describe, expect, test } from "vitest";
import { deniedWords } from "./denied-words.ts";
import { lintDataset } from "./lint-dataset.ts";

const header = "tag,dimension,weight,aliases";
const any = { tagCount: 1, fewestOfADimension: 0 };

function lint(...rows: string[]) {
  const text = `${[header, ...rows].join("\n")}\n`;
  return lintDataset([{ name: "sample.csv", text }], { ...any, tagCount: rows.length });
}

describe("lintDataset", () => {
  test("has nothing to say about a good row", () => {
    expect(lint("photo shoot,Content Type,0.80,photo-shoot|photoshoot|sesión de fotos")).toEqual(
      [],
    );
  });

  test.each([
    ["a,Content,0.5,", '"Content" is no dimension'],
    ["beach,Content Type,1.2,", "is no weight"],
    ["beach,Content Type,0.555,", "is no weight"],
    ["beach,Content Type,,", "is no weight"],
    ["Beach,Content Type,0.5,", "is not in lower case"],
    ["#beach,Content Type,0.5,", "has a number sign"],
    ["beach,Content Type,0.5,playa|", "a name is empty"],
    ["beach ,Content Type,0.5,", "spaces"],
    ["-,Content Type,0.5,", "no letter"],
  ])("%s: %s", (row, problem) => {
    expect(lint(row)).toEqual([expect.stringContaining(problem)]);
  });

  test("no name is of two tags, whatever its accents, hyphens and spaces are", () => {
    expect(lint("photo shoot,Content Type,0.8,", "session,Content Type,0.5,phôto-shoot")).toEqual([
      expect.stringContaining('is also a name of "photo shoot"'),
    ]);
  });

  test("a row of three or five columns is named by its line", () => {
    expect(lint("beach,Content Type,0.5")[0]).toContain("line 2");
    expect(lint("beach,Content Type,0.5,,")[0]).toContain("line 2");
  });

  test("another header is no data set", () => {
    expect(lintDataset([{ name: "x.csv", text: "tag,weight\n" }], any)[0]).toContain(header);
  });

  test("counts the tags, and those of each dimension", () => {
    const problems = lintDataset([{ name: "x.csv", text: `${header}\n` }]);
    expect(problems).toContain("There are 0 tags and not 3208.");
    expect(problems).toContain("Platform Fit has 0 tags, fewer than 300.");
  });

  test("catches each denied word, alone and as another name", () => {
    const missed = deniedWords.filter(
      (word) =>
        lint(`${word},Content Type,0.5,`).length === 0 ||
        lint(`beach,Content Type,0.5,${word}`).length === 0,
    );
    expect(missed).toEqual([]);
  });

  test("catches a denied word in a longer term, but not inside a word", () => {
    expect(lint("cute teen outfit,Content Type,0.5,")).not.toEqual([]);
    expect(lint("canteen lunch,Content Type,0.5,kidney bean")).toEqual([]);
  });
});
