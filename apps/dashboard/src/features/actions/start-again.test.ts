import { keptAddress, keptText, notKept } from "@genie/schema";
import { expect, it } from "vitest";
import { flowFields, startValues } from "./flow-fields.ts";
import { startAgain } from "./start-again.ts";

const schema = {
  type: "object",
  properties: {
    caption: { type: "string", default: "As ever" },
    note: { type: "string", default: "As ever" },
    url: { type: "string", format: "uri" },
    quick: { type: "boolean", default: true },
    count: { type: "integer", default: 2 },
    data: { type: "object" },
  },
};

it("a form begins with what was given, and empty where that was not kept in full", () => {
  const { start, shortened } = startAgain({
    caption: keptText("x".repeat(5000)),
    url: keptAddress("https://example.com/a?key=b"),
    quick: notKept,
    count: 3,
    data: { inner: notKept },
  });
  expect(shortened).toEqual(["caption", "url", "quick", "data"]);
  expect(startValues(flowFields(schema), schema, start)).toEqual({
    caption: "",
    note: "As ever",
    url: "",
    quick: false,
    count: "3",
    data: "",
  });
});
