import { expect, it } from "vitest";
import { refusal } from "../../refusals.ts";
import { importReport } from "./import-report.ts";

it("keeps no more of a reason and an id than people read, whatever stands in the file", () => {
  const { leftOut, result } = importReport();
  const huge = "🏖".repeat(1_000_000);
  leftOut("directus_files", huge, refusal("INVALID_PAYLOAD", `a${huge} is no picture.`));
  leftOut("directus_files", "1\u001B[2J", "It has no size.");
  expect(result.problems).toEqual([
    { collection: "directus_files", id: "🏖".repeat(32), reason: `a${"🏖".repeat(249)}…` },
    { collection: "directus_files", id: "1?[2J", reason: "It has no size." },
  ]);
});
