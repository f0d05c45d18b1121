import { AppError } from "@genie/errors";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFilter, checkPaths, findTable } from "./check-query.ts";

const posts = findTable("scheduled_posts");
const tokens = findTable("api_tokens");

describe("a filter", () => {
  it.each<object>([
    { status: { _eq: "draft" } },
    { _or: [{ caption: { _icontains: "sun" } }, { _and: [{ rating: { _in: ["general"] } }] }] },
    { creator_profile_id: { platform: { _eq: "bluesky" } } },
    { media: { _some: { scraped_media_id: { caption: { _contains: "x" } } } } },
    { scheduled_for: { _gte: "$NOW(+1 day)" } },
  ])("that speaks of what may leave passes: %j", (filter) => {
    expect(() => checkFilter(posts, { ...filter })).not.toThrow();
  });

  it.each<object>([
    { hash: { _starts_with: "a" } },
    { extension_pairing_id: { code_hash: { _nnull: true } } },
    { user_id: { password: { _nnull: true } } },
    { user_id: { tfa_secret: { _nnull: true } } },
    { _or: [{ name: { _eq: "x" } }, { user_id: { token: { _contains: "a" } } }] },
    { constructor: { _eq: "x" } },
    { __proto__x: { _eq: "x" } },
  ])("on anything else is refused with the fields there are: %j", (filter) => {
    expect(() => checkFilter(tokens, { ...filter })).toThrow(/has no field ".*"\. It has: id, /);
  });

  it.each<object>([
    { status: "draft" },
    { status: { _regex: "x" } },
    { status: { _eq: { a: 1 } } },
    { status: { _eq: "$CURRENT_USER.password" } },
    { _and: "x" },
    { _or: [1] },
    { media: { _some: 1 } },
    { status: { _in: Array.from({ length: 101 }, () => "x") } },
    { caption: { _eq: "x".repeat(5_000) } },
  ])("that is none is refused with a sentence: %j", (filter) => {
    expect(() => checkFilter(posts, { ...filter })).toThrow(AppError);
  });

  it("of any shape passes or is refused, and nothing else happens", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (filter) => {
        const problem = thrownBy(() => checkFilter(posts, filter));
        expect(problem === null || problem instanceof AppError).toBe(true);
      }),
    );
  });
});

describe("fields and orders", () => {
  it.each([
    [["id", "caption"]],
    [["-scheduled_for"]],
    [["creator_profile_id.username", "media.scraped_media_id.caption"]],
  ])("%j pass", (paths) => {
    expect(() => checkPaths(posts, paths)).not.toThrow();
  });

  it.each([
    "*",
    "*.*",
    "claim_token",
    "user_id.token",
    "creator_profile_id.credentials",
    "caption.x",
    "media.*",
    "id,claim_token",
    "count(media)",
    "a.b.c.d.e.f",
    "__proto__",
  ])("%s is refused", (path) => {
    expect(() => checkPaths(posts, [path])).toThrow(AppError);
  });
});

it("a collection that is not there is answered with those that are", () => {
  expect(() => findTable("directus_settings")).toThrow(/There are: .*scheduled_posts/);
});

function thrownBy(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}
