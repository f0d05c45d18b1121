import { expect, it } from "vitest";
import { findTags } from "./find-tags.ts";

it("finds each tag once, and none in addresses or numbers alone with a sign", () => {
  expect(findTags("#One two #one #dRei! (#vier_4)")).toEqual(["one", "drei", "vier_4"]);
  expect(findTags("a#b https://example.com/#part &#39; #")).toEqual([]);
});
