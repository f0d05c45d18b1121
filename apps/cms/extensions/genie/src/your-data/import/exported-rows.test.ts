import { Readable } from "node:stream";
import { exportedCollections } from "@genie/schema";
import { expect, it } from "vitest";
import { exportedRows } from "./exported-rows.ts";
import { importReport } from "./import-report.ts";
import type { OpenedExport } from "./open-export.ts";

it("leaves out a line without an id, and one whose id is longer than any of an export", async () => {
  const [collection] = exportedCollections;
  if (!collection) throw new Error("There is no collection.");
  const [kept, tooLong] = ["a".repeat(64), "a".repeat(65)];
  const lines = [{ id: kept }, { id: tooLong }, { id: 1 }, null].map((row) => JSON.stringify(row));
  const report = importReport();
  const opened = {
    has: () => true,
    read: async () => Readable.from([Buffer.from(lines.join("\n"))]),
  } as Pick<OpenedExport, "has" | "read"> as OpenedExport;
  const ids: string[] = [];
  for await (const { id } of exportedRows({ opened, report, onRow: () => undefined }, collection)) {
    ids.push(id);
  }
  expect(ids).toEqual([kept]);
  expect(report.result.problems.map(({ id, reason }) => [id, reason])).toEqual(
    ["line 2", "line 3", "line 4"].map((line) => [line, "This line can't be read."]),
  );
});
