import { expect, it } from "vitest";
import { transferRate } from "./transfer-rate.ts";

it("says nothing before it has seen a second", () => {
  const rate = transferRate();
  rate.note(0, 0);
  rate.note(5000, 500);
  expect(rate.perSecond()).toBe(null);
  rate.note(20_000, 2000);
  expect(rate.perSecond()).toBe(10_000);
});

it("forgets what was ten seconds ago", () => {
  const rate = transferRate();
  rate.note(0, 0);
  rate.note(1_000_000, 1000);
  for (let second = 12; second <= 16; second += 1)
    rate.note(1_000_000 + second * 100, second * 1000);
  expect(rate.perSecond()).toBe(100);
});

it("begins anew when a part is sent again", () => {
  const rate = transferRate();
  rate.note(0, 0);
  rate.note(10_000, 2000);
  rate.note(4000, 3000);
  expect(rate.perSecond()).toBe(null);
  rate.note(6000, 5000);
  expect(rate.perSecond()).toBe(1000);
});
