import { actionFlowSeed } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { isToolName, toolFlow, toolTitles } from "../tool-flow.ts";
import { checkFlow } from "./check-flow.ts";

const open = { type: "object", properties: { q: { type: "string" } } };
const closed = { ...open, additionalProperties: false };
const search = { key: "found", step: "search-own", with: { query: "$input.q" } };
const check = (steps: unknown, input_schema: Record<string, unknown> | null = closed) =>
  checkFlow({ steps, input_schema });

describe("a flow", () => {
  it.each(actionFlowSeed.map((flow) => [flow.slug, flow] as const))(
    "that comes with the product is as it should be: %s",
    (_slug, flow) => {
      expect(checkFlow(flow)).toEqual([]);
    },
  );

  it.each(Object.keys(toolTitles).filter(isToolName))("of a tool is too: %s", (name) => {
    expect(checkFlow(toolFlow(name))).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ["no steps", [], "steps", "at least one step"],
    ["no list of steps", { 0: search }, "steps", "at least one step"],
    [
      "more than 30 steps",
      Array.from({ length: 31 }, (_, n) => ({ ...search, key: `k${n}` })),
      "steps",
      "30 steps at most; this one has 31",
    ],
    ["a step without a key", [{ step: "search-own" }], "steps.0.key", "expected string"],
    ["a key that is none", [{ ...search, key: "Found!" }], "steps.0.key", "a-z"],
    ["the key of the input", [{ ...search, key: "input" }], "steps.0.key", "not input"],
    ["a key twice", [search, search], "steps.1.key", '"found" is taken'],
    [
      "a step that there is not",
      [{ key: "a", step: "constructor" }],
      "steps.0.step",
      'no step "constructor"',
    ],
    ["a field of a step that there is not", [{ ...search, run: 1 }], "steps.0", 'no "run"'],
    [
      "a field that a step does not take",
      [{ ...search, with: { ...search.with, constructor: 1 } }],
      "steps.0.with.constructor",
      'takes no "constructor"; it takes query, limit',
    ],
    ["a field that a step lacks", [{ ...search, with: {} }], "steps.0.with.query", 'needs "query"'],
    [
      "a value that does not fit",
      [{ ...search, with: { ...search.with, limit: 1000 } }],
      "steps.0.with.limit",
      "50",
    ],
    [
      "values that do not fit together",
      [
        {
          key: "a",
          step: "read-items",
          with: { collection: "creator_profiles", fields: ["credentials"] },
        },
      ],
      "steps.0.with",
      'no "credentials"',
    ],
    [
      "a reference to a later step",
      [
        { ...search, with: { query: "about $later.text" } },
        { ...search, key: "later" },
      ],
      "steps.0.with.query",
      "$later.text is not there",
    ],
    [
      "a reference to itself",
      [{ ...search, with: { query: "$found.x" } }],
      "steps.0.with.query",
      "$found.x is not there",
    ],
    [
      "a reference to no input",
      [{ ...search, with: { query: "$input.query" } }],
      "steps.0.with.query",
      'the input has no "query"',
    ],
    [
      "a condition that can't be read",
      [{ ...search, when: { "$input.q": { _regex: "x" } } }],
      "steps.0.when",
      'no "_regex"',
    ],
    [
      "a condition on what is not there",
      [{ ...search, when: { "$nowhere.q": { _nnull: true } } }],
      "steps.0.when",
      "$nowhere.q is not there",
    ],
    [
      "a time-out that is none",
      [{ ...search, timeout_ms: 500_000 }],
      "steps.0.timeout_ms",
      "120000",
    ],
  ])("with %s says so where it is", (_what, steps, path, words) => {
    expect(check(steps)).toContainEqual({
      path,
      message: expect.stringMatching(/^[A-Z"$].*\.$/),
    });
    expect(check(steps).find((one) => one.path === path)?.message).toContain(words);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ type: "string" }, "input_schema"],
    [{ type: "object", properties: { a: { $ref: "#/nowhere" } } }, "input_schema"],
    [{ ...open, required: ["gone"] }, "input_schema.required"],
  ])("with an input of %j says so", (schema, path) => {
    expect(check([search], schema).map((one) => one.path)).toEqual([path]);
  });

  it("whose input is open may ask for any of it", () => {
    expect(check([{ ...search, with: { query: "$input.else" } }], open)).toEqual([]);
    expect(check([{ ...search, with: { query: "$input.else" } }], null)).toEqual([]);
  });

  it("says every problem at once", () => {
    const problems = check([{ ...search, step: "nothing", when: { q: 1 } }, search]);
    expect(problems.map(({ path }) => path)).toEqual([
      "steps.0.step",
      "steps.0.when",
      "steps.1.key",
    ]);
  });
});
