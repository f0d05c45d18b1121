import { expect, it } from "vitest";
import { describeProgress } from "./describe-progress.ts";

const at = (left: number, seconds: number, isStuck = false) =>
  describeProgress({ count: 1000, left, seconds, isStuck });

it.each([
  [1000, 0, "0 of 1000"],
  [900, 10, "100 of 1000, 10 a second, 2 min left"],
  [500, 100, "500 of 1000, 5.0 a second, 2 min left"],
  [800, 2, "200 of 1000, 100 a second, 8 s left"],
  [1, 999_000, "999 of 1000, 0.0 a second, 17 min left"],
  [0, 10, "1000 of 1000"],
  [1200, 10, "0 of 1000"],
])("%i left after %i s", (left, seconds, said) => {
  expect(at(left, seconds)).toBe(said);
});

it("says when nothing moves, and where to look", () => {
  expect(at(400, 100, true)).toBe(
    "600 of 1000. Nothing moves; see whether the worker runs: npm run genie -- doctor",
  );
});
