import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lastLines, logFile, rotateLog } from "./logs.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genie-logs-"));
  path = logFile(folder, "directus");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("rotateLog", () => {
  it("keeps the three logs before this one", () => {
    for (const run of ["1", "2", "3", "4", "5"]) {
      rotateLog(path);
      writeFileSync(path, run);
    }
    const kept = ["", ".1", ".2", ".3"].map((age) => readFileSync(`${path}${age}`, "utf8"));
    expect(kept).toEqual(["5", "4", "3", "2"]);
    expect(existsSync(`${path}.4`)).toBe(false);
  });
});

describe("lastLines", () => {
  it("shows the end of a log, without empty lines", () => {
    writeFileSync(path, "one\n\ntwo\nthree\n");
    expect(lastLines(path, 2)).toBe("  two\n  three");
  });

  it("shows nothing for a log that is not there", () => {
    expect(lastLines(path)).toBe("");
  });
});
