import { expect, it } from "vitest";
import { isKeptInFull, keptAddress, keptText, notKept } from "./kept-value.ts";

const long = "x".repeat(2001);
const address = "https://example.com/a?b=c#d";

it.each([
  ["what is not kept", notKept, "caption"],
  ["a text that was cut", keptText(long), "caption"],
  ["an address without its query", keptAddress(address), "url"],
  ["one of them inside", { data: [{ caption: keptText(long) }] }, "data"],
  ["an address inside", { url: keptAddress(address) }, "data"],
])("knows %s for less than was given", (_what, value, name) => {
  expect(isKeptInFull(value, name)).toBe(false);
});

it.each([
  ["a text that ends in the same mark", "And then…", "caption"],
  ["the longest text", keptText("x".repeat(2000)), "caption"],
  ["another field that ends like an address", "Really?…", "caption"],
  ["an address without a query", keptAddress("https://example.com/a"), "url"],
  ["no address", keptAddress("no address?"), "url"],
  ["other values", { list: [1, null, true, { a: "b" }] }, "data"],
])("takes %s as it is", (_what, value, name) => {
  expect(isKeptInFull(value, name)).toBe(true);
});
