import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openWorkshop, usualMemoryMb } from "./open-workshop.ts";

const gigabyte = 1024 ** 3;

it("clears away what a worker that was killed has left", async () => {
  const data = mkdtempSync(join(tmpdir(), "genie-workshop-"));
  const left = join(data, "media", "work", "work-killed");
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, "input"), "half a file");
  const { tools, folder } = await openWorkshop({ WORKER_DATA_DIR: data });
  try {
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    tools.close();
    rmSync(data, { recursive: true });
  }
});

it.each([
  [1, 1_024],
  [6, 2_048],
  [64, 6_144],
])("of a machine with %s GB it takes %s MB", (gigabytes, megabytes) => {
  expect(usualMemoryMb(gigabytes * gigabyte)).toBe(megabytes);
});
