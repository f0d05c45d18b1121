import { expect, it } from "vitest";
import { trailQuery } from "./trail-query.ts";

const of = (address: string) => trailQuery((part) => new URLSearchParams(address).get(part));

it("reads what the address asks for", () => {
  expect(of("flow=post-create&outcome=error&source=mcp&effect=publish&within=7")).toEqual({
    slug: "post-create",
    outcome: "error",
    source: "mcp",
    effect: "publish",
    within: 7,
  });
});

it("leaves out what makes no sense", () => {
  expect(of("outcome=great&source=moon&effect=magic&within=3")).toEqual({});
});
