import { expect, it } from "vitest";
import { slowestFiles } from "./slowest-files.ts";

const file = (name: string, seconds: number) => ({
  name: `/somewhere/${name}`,
  startTime: 1_000,
  endTime: 1_000 + seconds * 1_000,
});

it("names what took long, the longest first", () => {
  const testResults = [file("a.test.ts", 9), file("b.int.test.ts", 12), file("c.test.ts", 30.4)];
  expect(slowestFiles(JSON.stringify({ testResults }))).toEqual(["c 30 s", "b 12 s"]);
});
