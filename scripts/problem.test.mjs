import { describe, expect, it } from "vitest";
import { explainFailure } from "./problem.mjs";

describe("explainFailure", () => {
  it.each([
    ["npm error code ENOSPC", /^Installing failed\. The disk is full\. Free some space/],
    ["npm error code EAI_AGAIN", /registry does not answer\. Check the network/],
    ["npm error network request failed, reason: connect ECONNREFUSED", /registry does not answer/],
    ["npm error code EACCES", /cannot be written to\. Give yourself the right/],
    ["ERR_PNPM_FROZEN_LOCKFILE_WITH_OUTDATED_LOCKFILE", /Run `pnpm install`/],
    ["npm error code E401", /registry refuses the request\. Check the registry and log-in/],
  ])("makes a sentence of %s", (output, sentence) => {
    expect(explainFailure("Installing", output)).toMatch(sentence);
  });

  it("shows the end of anything else", () => {
    expect(explainFailure("Installing", "first\n\nlast\n")).toBe("Installing failed: first\nlast");
  });
});
