import { expect, it } from "vitest";
import { mapProfile } from "./profile.ts";

const labels = ["Posts", "Followers", "Following", "Likes", "Earnings"];
const texts = ["230", "21,461", "368", "76,995", "$14,144.42"];
const nothing = { itemLabels: [], itemTexts: [], columns: [], cells: [] };
const own = { ...nothing, names: ["Maya Lind"], terms: labels, definitions: texts };

it("reads an own profile", () => {
  expect(mapProfile(own)).toEqual({
    displayName: "Maya Lind",
    followers: 21_461,
    following: 368,
    posts: 230,
    likes: 76_995,
    earnings: "14144.42",
    currency: "USD",
  });
});

it("a profile of somebody else has no earnings", () => {
  const other = { ...own, terms: labels.slice(0, 4), definitions: texts.slice(0, 4) };
  expect(mapProfile(other)).toMatchObject({ posts: 230, earnings: null, currency: null });
});

it.each([
  ["without a name", { names: [] }],
  ["with two names", { names: ["a", "b"] }],
  ["without followers", { terms: ["Posts", "Fans", "Following", "Likes", "Earnings"] }],
  ["with shortened figures", { definitions: ["230", "21K", "368", "76,995", "$1.00"] }],
  ["with earnings that are no amount", { definitions: ["230", "1", "368", "76,995", "soon"] }],
  ["without figures", { terms: [], definitions: [] }],
  ["that is no profile", { names: null, terms: null }],
])("a profile %s is not guessed at", (_case, change) => {
  expect(mapProfile({ ...own, ...change })).toBeNull();
});
