import { describe, expect, it } from "vitest";
import { problemsOfData, problemsOfQuery } from "./problems-of-query.ts";

const ask = (filter: Record<string, unknown>) =>
  problemsOfQuery({ collection: "scheduled_posts", filter });

describe("a query", () => {
  it.each<Record<string, unknown>>([
    {},
    { status: { _eq: "draft" } },
    { _and: [{ caption: { _icontains: "x" } }, { _or: [{ scheduled_for: { _lt: "$NOW" } }] }] },
    { creator_profile_id: { platform: { _in: ["sandbox"] } } },
    { media: { _some: { scraped_media_id: { media_type: { _eq: "image" } } } } },
    { media: { scraped_media_id: { caption: { _nnull: true } } } },
  ])("may ask by what may be read: %j", (filter) => {
    expect(ask(filter)).toEqual([]);
  });

  it.each<Record<string, unknown>>([
    { user_id: { _eq: "x" } },
    { claim_token: { _nnull: true } },
    { constructor: { _eq: "x" } },
    { creator_profile_id: { credentials: { _nnull: true } } },
    { creator_profile_id: { user_id: { email: { _starts_with: "a" } } } },
    { creator_profile_id: { _and: [{ credentials: { _nnull: true } }] } },
    { creator_profile_id: { _or: { credentials: { _nnull: true } } } },
    { creator_profile_id: { _some: { credentials: { _nnull: true } } } },
    { _or: [{ user_id: { _nnull: true } }] },
    { _and: { user_id: { _nnull: true } } },
    { media: { _none: { user_id: { _nnull: true } } } },
    { media: { scraped_media_id: { taxonomy_proposals: { _nnull: true } } } },
    { "year(date_created)": { _eq: 2026 } },
    { "creator_profile_id.credentials": { _nnull: true } },
    { status: "draft" },
    { status: { _regex: ".*" } },
    { status: { _eq: { nested: true } } },
    { status: { _in: [{ nested: true }] } },
    { status: { platform: { _eq: "x" } } },
    { $FOLLOW: { _eq: "x" } },
  ])("may not ask by what may not be, however it is put: %j", (filter) => {
    expect(ask(filter)).not.toEqual([]);
  });

  it.each([
    ["fields", ["id", "creator_profile_id.username"], true],
    ["fields", ["*"], false],
    ["fields", ["creator_profile_id.*"], false],
    ["fields", ["creator_profile_id.credentials"], false],
    ["fields", ["status.length"], false],
    ["sort", ["-scheduled_for", "creator_profile_id.username"], true],
    ["sort", ["-claim_token"], false],
    ["sort", ["creator_profile_id.user_id.password"], false],
  ])("names in %s what may be read alone: %j", (part, names, isFine) => {
    const problems = problemsOfQuery({ collection: "scheduled_posts", [part]: names });
    expect(problems.length === 0).toBe(isFine);
  });

  it("that is refused says what there is", () => {
    expect(ask({ words: { _eq: "x" } })).toEqual([
      expect.stringMatching(/^there is no "words" to read in scheduled_posts; there are .*caption/),
    ]);
  });
});

const problems = (data: Record<string, unknown>) =>
  problemsOfData("create", "scheduled_posts", data);

describe("a row", () => {
  it("holds what may be written there alone", () => {
    expect(problems({ caption: "x", status: "draft" })).toEqual([]);
    for (const field of ["id", "user_id", "published_at", "constructor", "claim_token"]) {
      expect(problems({ caption: "x", [field]: "y" })).toEqual([
        expect.stringContaining(`"${field}" can't be set in scheduled_posts; these can: caption`),
      ]);
    }
  });
});
