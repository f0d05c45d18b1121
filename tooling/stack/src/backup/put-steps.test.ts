import { AppError } from "@genie/errors";
import { expect, it } from "vitest";
import { type PutStep, putSteps } from "./put-steps.ts";

const step = (what: string, put: () => void): PutStep => ({
  what,
  from: `/data/restoring/${what}`,
  to: `/data/${what}`,
  put,
});
const full = () => {
  throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
};

it("says what is restored, what is missing and where that is, and takes no step after one that failed", () => {
  const taken: string[] = [];
  const steps = [
    step("uploads", () => void taken.push("uploads")),
    step("keys", full),
    step("more", () => void taken.push("more")),
  ];
  const put = () => putSteps(steps, { restored: ["the database"], before: () => ["/data/aside"] });
  expect(put).toThrow(AppError);
  expect(put).toThrow(
    [
      "The restore has ended half-way, because the disk is full.",
      "Restored: the database and uploads.",
      "Missing: keys (now in /data/restoring/keys, to come to /data/keys), and more (now in /data/restoring/more, to come to /data/more).",
      "What was there before is in /data/aside.",
    ].join("\n"),
  );
  expect(new Set(taken)).toEqual(new Set(["uploads"]));
});
