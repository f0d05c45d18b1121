import { describe, expect, it } from "vitest";
import { mapPosts, type ReadPosts } from "./map-posts.ts";

const origin = "http://sandbox.localhost:3200";
const labels = ["Likes", "Comments", "Views", "Earnings"];
const texts = ["1,234", "5", "67,890", "$1,234.50"];
const nothing = {
  terms: [],
  definitions: [],
  itemLabels: [],
  itemTexts: [],
  columns: [],
  cells: [],
  captions: [],
  tags: [],
};
const place = { links: ["/posts/7"], times: ["2026-05-03T14:05:06.789Z"], media: ["", ""] };
const media = [
  { href: "/media/1.jpg", source: null, width: "1080", height: "720" },
  { href: null, source: "/media/2.mp4", width: null, height: null },
];
const feed = {
  ...nothing,
  ...place,
  terms: labels,
  definitions: texts,
  captions: ["Two\nlines"],
  tags: ["#one", "#two"],
};
const post = {
  platformPostId: "7",
  permalink: `${origin}/posts/7`,
  caption: "Two\nlines",
  tags: ["one", "two"],
  publishedAt: new Date(Date.UTC(2026, 4, 3, 14, 5, 6, 789)),
  likes: 1234,
  comments: 5,
  views: 67_890,
  earnings: "1234.50",
  currency: "USD",
  media: [
    { kind: "image", url: `${origin}/media/1.jpg`, width: 1080, height: 720 },
    { kind: "video", url: `${origin}/media/2.mp4`, width: null, height: null },
  ],
};
const read = (given: Partial<ReadPosts>) =>
  mapPosts(origin, { posts: [feed], media, page: { columns: [] }, ...given });

describe("mapPosts", () => {
  it("reads a feed", () => {
    expect(read({})).toEqual([post]);
  });

  it("reads cards", () => {
    const cards = {
      ...feed,
      terms: [],
      definitions: [],
      itemLabels: labels,
      itemTexts: texts,
      tags: ["#one ", "#two "],
    };
    expect(read({ posts: [cards] })).toEqual([post]);
  });

  it("reads a table, by the names of its columns and not by their order", () => {
    const columns = ["Published", ...labels, "Visibility", "Tags", "Caption", "Media"];
    const cells = [...texts, "Public", "#one #two", "Two\nlines", "Photo"];
    const row = { ...nothing, ...place, cells };
    expect(read({ posts: [row], page: { columns } })).toEqual([post]);
  });

  it("gives each post its own media", () => {
    const other = { ...feed, links: ["/posts/6"], media: [""] };
    const shots = [...media, { href: "/media/3.png", source: null, width: "1", height: "2" }];
    const posts = read({ posts: [feed, other], media: shots });
    expect(posts?.map((one) => one.media.length)).toEqual([2, 1]);
    expect(posts?.[1]?.media[0]?.url).toBe(`${origin}/media/3.png`);
  });

  it("has no earnings where none are shown", () => {
    const visitor = { ...feed, terms: labels.slice(0, 3), definitions: texts.slice(0, 3) };
    expect(read({ posts: [visitor] })).toEqual([{ ...post, earnings: null, currency: null }]);
  });

  it.each([
    ["without its link", { links: [] }],
    ["with two links", { links: ["/posts/7", "/posts/8"] }],
    ["with a link elsewhere", { links: ["/p/7"] }],
    ["without a time", { times: [] }],
    ["with a time that is none", { times: ["yesterday"] }],
    ["without a caption", { captions: [] }],
    ["with two captions", { captions: ["a", "b"] }],
    ["without likes", { terms: ["Hearts", "Comments", "Views", "Earnings"] }],
    ["with a count that is shortened", { definitions: ["1.2K", "5", "6", "$1.00"] }],
    ["with money of another kind", { definitions: ["1", "5", "6", "1,00 €"] }],
    ["with a field missing altogether", { tags: null }],
    ["with media that are not there", { media: ["", "", ""] }],
    ["with media that are not its own", { media: [""] }],
  ])("a post %s is not guessed at", (_case, change) => {
    expect(read({ posts: [{ ...feed, ...change }] })).toBeNull();
  });

  it("media of an unknown kind are not guessed at", () => {
    const [first = {}] = media;
    expect(read({ media: [first, { href: "/media/2.bin", source: null }] })).toBeNull();
  });
});
