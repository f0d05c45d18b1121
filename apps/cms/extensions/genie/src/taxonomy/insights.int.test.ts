import { randomUUID } from "node:crypto";
import {
  type GroupFigure,
  type InsightGroup,
  type PlatformInsights,
  roles,
  type TaxonomyInsightsAnswer,
} from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dismiss } from "../testing/post-scene.ts";

const database = openDatabase();
let alice: TestUser;
let bob: TestUser;

beforeAll(async () => {
  [alice, bob] = await Promise.all([
    createUser({ role: roles.creator.id }),
    createUser({ role: roles.creator.id }),
  ]);
});
afterAll(async () => {
  await dismiss(database, alice, bob);
  await database.end();
});

describe("insights", () => {
  it("set a band and a tag beside the rest of the platform, each with its number of posts", async () => {
    const profile = await addProfile(alice);
    // 1 to 30 likes; those above 20 are for adults and at the beach.
    await addPosts(alice, profile, 30, {
      likes: "n",
      comments: "0",
      concepts:
        "json_build_object('intimacy-level', json_build_object('value', case when n > 20 then 0.9 else 0.1 end, 'confidence', 1))",
      tags: `json_build_array(
        json_build_object('tag', case when n > 20 then 'it''s \\ beach' else 'town' end, 'by', 'found', 'concept', 'content-type'),
        json_build_object('tag', 'idea', 'by', 'proposed', 'concept', 'content-type'))`,
    });
    const { platforms } = await insights(alice, { profile: [profile] });
    expect(platforms).toMatchObject([
      { platform: "sandbox", currency: null, posts: 30, unsorted: 0 },
    ]);
    const above = { posts: 10, median: 25.5, others: 20, othersMedian: 10.5, isClear: true };
    expect(figure(platforms[0], "intimacy-level.high")).toEqual(above);
    expect(figure(platforms[0], "it's \\ beach")).toEqual(above);
    expect(figure(platforms[0], "intimacy-level.low")).toEqual({
      posts: 20,
      median: 10.5,
      others: 10,
      othersMedian: 25.5,
      isClear: true,
    });
    expect(figure(platforms[0], "production-quality.low")).toEqual({
      posts: 0,
      median: null,
      others: 30,
      othersMedian: 15.5,
      isClear: false,
    });
    expect(platforms[0]?.tags.map(({ concept, group }) => ({ concept, ...group }))).toEqual([
      { concept: "content-type", tag: "it's \\ beach" },
      { concept: "content-type", tag: "town" },
    ]);
    expect(platforms[0]?.bands).toHaveLength(18);
    expect(platforms[0]?.bands[0]?.earnings).toMatchObject({ posts: 0, median: null });
  });

  it("judge no group of fewer than five, and say nothing of what is not classified", async () => {
    const profile = await addProfile(alice);
    await addPosts(alice, profile, 12, {
      likes: "n",
      tags: tagOf("case when n < 5 then 'rare' else 'usual' end"),
    });
    await addPosts(alice, profile, 3, { likes: "900", isClassified: false });
    const { platforms } = await insights(alice, { profile: [profile] });
    expect(platforms).toMatchObject([{ posts: 12, unsorted: 3 }]);
    // All the others of the usual tag are too few.
    expect(platforms[0]?.tags).toEqual([]);
  });

  it("call chance nothing but chance", async () => {
    const profile = await addProfile(alice);
    await addPosts(alice, profile, 600, {
      // As good as drawn by lot, and the same each time: by itself one of the forty would look clear.
      likes: "('x' || left(md5('b' || n), 6))::bit(24)::int % 1000",
      tags: tagOf("'lot-' || n % 40"),
    });
    const { platforms } = await insights(alice, { profile: [profile] });
    expect(platforms[0]?.tags).toHaveLength(10);
    expect(platforms[0]?.tags.filter(({ engagement }) => engagement.isClear)).toEqual([]);
  });

  it("never set one currency beside another", async () => {
    const profile = await addProfile(alice);
    const tags = tagOf("case when n % 2 = 0 then 'even' else 'odd' end");
    await addPosts(alice, profile, 20, { earnings: "n", currency: "EUR", tags });
    await addPosts(alice, profile, 20, { earnings: "1000 * n", currency: "USD", likes: "n", tags });
    const { platforms } = await insights(alice, { profile: [profile] });
    expect(platforms.map(({ currency }) => currency)).toEqual(["EUR", "USD"]);
    const medians = platforms.map((one) => figure(one, "even", "earnings")?.median);
    expect(medians).toEqual([11, 11_000]);
    // Likes are the platform's, whatever was earned.
    const liked = platforms.map((one) => figure(one, "even"));
    expect(liked).toMatchObject([{ posts: 20 }, { posts: 20 }]);
  });

  it("are of this time, and of published entries that are there", async () => {
    const profile = await addProfile(alice);
    await addPosts(alice, profile, 8, { at: "'2026-03-01T12:00:00Z'" });
    await addPosts(alice, profile, 9, { at: "'2025-03-01T12:00:00Z'" });
    await addPosts(alice, profile, 6, { isTrashed: true });
    await addPosts(alice, profile, 7, { source: "uploaded" });
    const whole = await insights(alice, { profile: [profile] });
    expect(whole.platforms).toMatchObject([{ posts: 17 }]);
    const march = { from: "2026-03-01T00:00:00Z", until: "2026-04-01T00:00:00Z" };
    const some = await insights(alice, { profile: [profile], ...march });
    expect(some.platforms).toMatchObject([{ posts: 8 }]);
  });

  it("are each person's own", async () => {
    const profile = await addProfile(bob);
    await addPosts(bob, profile, 6, {});
    expect((await insights(bob, {})).platforms).toMatchObject([{ posts: 6 }]);
    expect((await insights(alice, { profile: [profile] })).platforms).toEqual([]);
    const path = "/taxonomy/insights";
    expect((await call("POST", path, { body: {} })).status).toBe(403);
    const { workerToken } = stackUnderTest();
    expect((await call("POST", path, { token: workerToken, body: {} })).status).toBe(403);
  });
});

type Posts = {
  /** SQL of `n`, which counts from 1. */
  likes?: string;
  comments?: string;
  earnings?: string;
  concepts?: string;
  tags?: string;
  at?: string;
  currency?: string;
  source?: string;
  isClassified?: boolean;
  isTrashed?: boolean;
};

const tagOf = (name: string) =>
  `json_build_array(json_build_object('tag', ${name}, 'by', 'found', 'concept', 'content-type'))`;

async function addPosts(user: TestUser, profile: string, count: number, posts: Posts) {
  const { likes = "1", comments = "null", earnings = "null", concepts = "'{}'::json" } = posts;
  const { tags = "'[]'::json", at = "now()", isClassified = true, isTrashed = false } = posts;
  await database.query(
    `insert into scraped_media (id, user_id, creator_profile_id, platform_post_id, media_type, source, date_created,
                                published_at, trashed_at, likes, comments, earnings, currency, taxonomy_concepts, classified_at)
     select gen_random_uuid(), $1, $2, gen_random_uuid()::text, 'image', $3, now(), ${at}, case when $4 then now() end,
            ${likes}, ${comments}, ${earnings}, $5,
            case when $6 then json_build_object('version', 'test', 'concepts', ${concepts}, 'tags', ${tags}) end, now()
       from generate_series(1, $7::int) n`,
    [user.id, profile, posts.source ?? "scraped", isTrashed, posts.currency, isClassified, count],
  );
}

async function addProfile(user: TestUser): Promise<string> {
  const body = { platform: "sandbox", username: randomUUID() };
  const answer = await as(user, "/items/creator_profiles", body);
  if (answer.status !== 200) throw new Error(answer.text);
  return (answer.data as { id: string }).id;
}

async function insights(user: TestUser, body: object): Promise<TaxonomyInsightsAnswer> {
  const answer = await as(user, "/taxonomy/insights", body);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.data as TaxonomyInsightsAnswer;
}

const nameOf = ({ concept, group }: InsightGroup) =>
  "tag" in group ? group.tag : `${concept}.${group.band}`;

/** The figure of a band or a tag, by its name. */
function figure(
  insight: PlatformInsights | undefined,
  name: string,
  of: "earnings" | "engagement" = "engagement",
): GroupFigure | undefined {
  return [...(insight?.bands ?? []), ...(insight?.tags ?? [])].find(
    (one) => nameOf(one) === name,
  )?.[of];
}

function as({ token, address }: TestUser, path: string, body: object) {
  return call("POST", path, { token, from: address, body });
}
