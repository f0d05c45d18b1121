import { expect, it } from "vitest";
import { readCount, readMoney, readRoundedCount } from "./amounts.ts";

it.each([
  ["0", 0],
  ["12", 12],
  ["12345", 12_345],
  ["12,345", 12_345],
  ["1,234,567", 1_234_567],
  ["1.2K", null],
  ["12,34", null],
  ["1.234", null],
  ["-1", null],
  ["", null],
  ["$5", null],
  [undefined, null],
])("the count %j is %j", (text, count) => {
  expect(readCount(text)).toBe(count);
});

it.each([
  ["$0.00", "0.00"],
  ["$1,234.56", "1234.56"],
  ["$1234567.89", "1234567.89"],
  ["1,234.56", null],
  ["€1.00", null],
  ["$1.234,56", null],
  ["$1", null],
  ["-$1.00", null],
  ["", null],
  [undefined, null],
])("the amount %j is %j", (text, amount) => {
  expect(readMoney(text)?.amount ?? null).toBe(amount);
});

it.each([
  ["12,345", 12_345],
  ["1.2K", 1200],
  ["12.34K", 12_340],
  ["3 M", 3_000_000],
  ["1.2", null],
  ["1.2.3K", null],
  ["12 fans", null],
  ["", null],
])("the rounded count %j is %j", (text, count) => {
  expect(readRoundedCount(text)).toBe(count);
});
