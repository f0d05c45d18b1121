import { expect, it } from "vitest";
import { postFigures, profileFigures } from "./figures.ts";

const hourMs = 60 * 60 * 1000;
const post = { published_at: 0, likes: 400, comments: 40, views: 5000, earnings_cents: 900 };

it("a post starts with nothing and has gathered everything after a week", () => {
  const nothing = { likes: 0, comments: 0, views: 0, earnings_cents: 0 };
  expect(postFigures(post, 0)).toEqual(nothing);
  expect(postFigures(post, -5)).toEqual(nothing);
  const { published_at: _, ...everything } = post;
  expect(postFigures(post, 7 * 24 * hourMs)).toEqual(everything);
  expect(postFigures(post, 700 * 24 * hourMs)).toEqual(everything);
});

it("figures only grow, and stand still for ten minutes", () => {
  const views = Array.from({ length: 200 }, (_, hour) => postFigures(post, hour * hourMs).views);
  expect(views).toEqual(views.toSorted((a, b) => a - b));
  expect(postFigures(post, 5 * hourMs + 1)).toEqual(postFigures(post, 5 * hourMs + hourMs / 6 - 1));
});

it("a profile's figures follow from its posts and fans", () => {
  const account = { base_followers: 1000, following: 12 };
  const now = 30 * 24 * hourMs;
  expect(profileFigures(account, [post, post, { ...post, published_at: now }], 5000, now)).toEqual({
    followers: 1000 + Math.floor(10_000 / 150),
    following: 12,
    likes: 800,
    posts: 3,
    earningsCents: 5000 + 1800,
  });
});
