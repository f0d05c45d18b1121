import { describe, expect, it } from "vitest";
import { missedBars, proofPage } from "./proof-page.ts";
import type { Proof } from "./proofs.ts";

const proof: Proof = {
  command: "npm run bench -- start",
  program: ["bench/src/main.ts", "start"],
  figures: { warm_wall_s: { atMost: 30 }, cold_wall_s: null },
};

function figure(median: number) {
  return { min: median - 1, median, max: median + 1, repetitions: 3 };
}

function resultOf(warm: number) {
  return {
    date: "2026-11-23T10:00:00.000Z",
    machine: { cpu: "AMD EPYC", cores: 2, memory_gb: 8, node: "v24.21.0" },
    figures: { warm_wall_s: figure(warm), cold_wall_s: figure(50) },
  };
}

describe("proofPage", () => {
  it("has a row for each figure, with its bar, command and machine", () => {
    const rows = proofPage([{ proof, result: resultOf(12) }])
      .trimEnd()
      .split("\n")
      .slice(-2);
    const command =
      "`npm run bench -- start` | AMD EPYC, 2 cores, 8 GB, Node v24.21.0, 2026-11-23 |";
    expect(rows).toEqual([
      `| \`warm_wall_s\` | 12 (11 to 13, n = 3) | at most 30 | yes | ${command}`,
      `| \`cold_wall_s\` | 50 (49 to 51, n = 3) | none |  | ${command}`,
    ]);
  });

  it("keeps the rows of what was not run, and says of what never was that it is not measured", () => {
    const page = proofPage([{ proof, result: resultOf(12) }]);
    expect(proofPage([{ proof, result: "kept" }], page)).toBe(page);
    const more = { ...proof, figures: { ...proof.figures, new_count: null } };
    const rows = proofPage([{ proof: more, result: "kept" }], page)
      .trimEnd()
      .split("\n");
    expect(rows.at(-1)).toContain("| `new_count` | not measured | none |");
    expect(missedBars([{ proof: more, result: "kept" }])).toEqual([]);
  });

  it("says where a bar was missed", () => {
    expect(proofPage([{ proof, result: resultOf(31) }])).toContain("| at most 30 | **no** |");
  });
});

describe("missedBars", () => {
  it("is empty when all bars are held", () => {
    expect(missedBars([{ proof, result: resultOf(30) }])).toEqual([]);
  });

  it("names a bar that was missed, and figures that are not there", () => {
    expect(missedBars([{ proof, result: resultOf(31) }])).toEqual([
      "warm_wall_s is 31, the bar is at most 30.",
    ]);
    expect(missedBars([{ proof, result: null }])).toHaveLength(2);
  });
});
