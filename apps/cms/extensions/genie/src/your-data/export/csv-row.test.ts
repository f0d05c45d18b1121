import { describe, expect, it } from "vitest";
import { csvRow } from "./csv-row.ts";

describe("csvRow", () => {
  it.each([
    ["=1+1", "'=1+1\r\n"],
    ["@SUM(A1)", "'@SUM(A1)\r\n"],
    ['-cmd|"/c calc"', `"'-cmd|""/c calc"""\r\n`],
    ["+49 170", "'+49 170\r\n"],
    ["\t=1", "'\t=1\r\n"],
    ["\n=1", `"'\n=1"\r\n`],
  ])("%j is a text to a spreadsheet, and no formula", (value, line) => {
    expect(csvRow([value])).toBe(line);
  });

  it("leaves numbers, times and words as they are", () => {
    const values = ["-12.50", 3, false, new Date(0), null, "a = b", ["beach", "sun"], { a: 1 }];
    expect(csvRow(values)).toBe(
      `-12.50,3,false,1970-01-01T00:00:00.000Z,,a = b,"beach, sun","{""a"":1}"\r\n`,
    );
  });

  it("keeps commas, quotes and lines within their cell", () => {
    expect(csvRow(['say "hi", she said\nagain', "next"])).toBe(
      `"say ""hi"", she said\nagain",next\r\n`,
    );
  });
});
