import { describe, expect, it } from "vitest";
import { holds, problemsOfCondition } from "./conditions.ts";

const scope = new Map<string, unknown>([
  [
    "input",
    {
      n: 3,
      text: "draft words",
      none: null,
      list: ["a", "b"],
      at: "2026-11-28T10:00:00Z",
      same: 3,
    },
  ],
]);

describe("conditions", () => {
  it.each<[object, boolean]>([
    [{}, true],
    [{ "$input.n": { _eq: 3 } }, true],
    [{ "$input.n": { _eq: "3" } }, false],
    [{ "$input.n": { _eq: "$input.same" } }, true],
    [{ "$input.n": { _neq: 3 } }, false],
    [{ "$input.n": { _in: [1, 3] } }, true],
    [{ "$input.n": { _nin: [1, 3] } }, false],
    [{ "$input.n": { _in: "3" } }, false],
    [{ "$input.n": { _gt: 2, _lt: 4 } }, true],
    [{ "$input.n": { _gte: 3, _lte: 2 } }, false],
    [{ "$input.n": { _gt: "2" } }, false],
    [{ "$input.at": { _lt: "2026-11-29T00:00:00Z" } }, true],
    [{ "$input.none": { _null: true } }, true],
    [{ "$input.none": { _null: false } }, false],
    [{ "$input.missing": { _null: true } }, true],
    [{ "$later.id": { _nnull: true } }, false],
    [{ "$input.constructor": { _nnull: true } }, false],
    [{ "$input.text": { _contains: "draft" } }, true],
    [{ "$input.list": { _contains: "b" } }, true],
    [{ "$input.n": { _contains: "3" } }, false],
    [{ _or: [{ "$input.n": { _eq: 1 } }, { "$input.text": { _nnull: true } }] }, true],
    [{ _and: [{ "$input.n": { _eq: 3 } }, { "$input.none": { _nnull: true } }] }, false],
    [{ _or: [] }, false],
    [{ "$input.n": { _eq: 3 }, "$input.none": { _nnull: true } }, false],
  ])("%j is %s", (condition, expected) => {
    expect(holds(condition as Record<string, unknown>, scope)).toBe(expected);
  });

  it.each<[unknown, string]>([
    [[], "it is an object"],
    [{ n: { _eq: 1 } }, "no reference"],
    [{ "$input.n": 3 }, "needs an operator"],
    [{ "$input.n": {} }, "needs an operator"],
    [{ "$input.n": { _regex: ".*" } }, 'there is no "_regex"'],
    [{ "$input.n": { constructor: 1 } }, 'there is no "constructor"'],
    [{ _or: {} }, "takes a list"],
    [{ _or: [{ _and: [{ x: {} }] }] }, "no reference"],
  ])("%j can't be read, and it says why", (condition, words) => {
    expect(problemsOfCondition(condition).join()).toContain(words);
    expect(() => holds(condition as Record<string, unknown>, scope)).toThrow(words);
  });
});
