import { expect, it } from "vitest";
import { isOneChange } from "./is-one-change.ts";

const flow = (...steps: string[]) => ({
  slug: "a",
  name: "A",
  input_schema: null,
  steps: steps.map((step, n) => ({ key: `s${n}`, step, with: {} })),
});

it("one step on rows is one change", () => {
  expect(isOneChange(flow("delete-item"))).toBe(true);
});

it.each([
  ["two steps", flow("create-draft", "notify")],
  ["a step that goes on when it is given up", flow("http-request")],
])("%s are not", (_case, steps) => {
  expect(isOneChange(steps)).toBe(false);
});
