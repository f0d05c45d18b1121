import { describe, expect, it } from "vitest";
import { requireSchedule } from "./require-schedule.ts";

const tooOften = "An account is looked at every 15 minutes at most.";
const none = "This is no schedule.";

describe("requireSchedule", () => {
  it.each([
    "0 */6 * * *",
    "*/15 * * * *",
    "0,15,30,45 * * * *",
    "0 3 * * 1",
    "0 0 29 2 *",
    "59 23 * * *",
    "@hourly",
    "0 0 12 * * *",
  ])("takes %s", (expression) => {
    expect(() => requireSchedule(expression)).not.toThrow();
  });

  it.each([
    "* * * * *",
    "*/14 * * * *",
    "0,5 3 * * *",
    "0,59 * * * *",
    "0,59 0,23 * * *",
    "0,59 0,23 1,2 * *",
    "*/10 * * * * *",
    "0,30 0 12 1 1 *",
  ])("refuses %s, which comes due too often", (expression) => {
    expect(() => requireSchedule(expression)).toThrow(tooOften);
  });

  it.each(["", "1 2", "every day", "61 * * * *", "0 0 30 2 *", "1 2 3 4 5 6 7 8", null, 5, {}])(
    "refuses %j, which is none",
    (expression) => {
      expect(() => requireSchedule(expression)).toThrow(none);
    },
  );
});
