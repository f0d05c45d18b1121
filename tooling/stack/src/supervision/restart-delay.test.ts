import { describe, expect, it } from "vitest";
import { restartDelay } from "./restart-delay.ts";

describe("restartDelay", () => {
  it.each([
    [[0], 500],
    [[0, 1000], 1000],
    [[0, 1000, 2000], 2000],
    [[0, 1000, 2000, 3000], 4000],
  ])("after deaths at %j waits %i ms", (deaths, delayMs) => {
    expect(restartDelay(deaths, 3000)).toEqual({ delayMs, keepsDying: false });
  });

  it("slows down to 30 s and says so at the fifth death within two minutes", () => {
    const deaths = [0, 30_000, 60_000, 90_000, 119_000];
    expect(restartDelay(deaths, 119_000)).toEqual({ delayMs: 30_000, keepsDying: true });
  });

  it("forgets deaths of more than two minutes ago", () => {
    const deaths = [0, 1, 2, 3, 200_000];
    expect(restartDelay(deaths, 200_000)).toEqual({ delayMs: 500, keepsDying: false });
  });
});
