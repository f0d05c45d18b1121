import { expect, it } from "vitest";
import { familyOf, memoryOf, readProcesses } from "./processes.ts";

const listed = `
    1     0   1024
   40    30   4096
   30    10   2048
   10     1   1024
   50     1 999999
   10000 50  99999
`;

const idsOf = (pid: number) => familyOf(readProcesses(listed), pid).map((found) => found.pid);

it("a family is a process and all below it, in whatever order they are listed", () => {
  expect(idsOf(10)).toEqual([40, 30, 10]);
  expect(idsOf(40)).toEqual([40]);
  expect(idsOf(7)).toEqual([]);
});

it("what processes take is added up, by what ps says where nothing else does", async () => {
  const gone = [2 ** 30, 2 ** 30 + 1].map((pid) => ({ pid, parent: 1, kb: 2048 }));
  expect(await memoryOf(gone)).toBe(4);
  expect(await memoryOf([])).toBe(0);
  const { pid } = process;
  expect(await memoryOf([{ pid, parent: 1, kb: 10 * 1024 }])).toBeGreaterThan(5);
});
