import { call } from "@genie/testing";
import { expect, it } from "vitest";
import { makeCreator, makeProfile } from "../testing/post-scene.ts";
import { publishingScene } from "../testing/publishing-scene.ts";

const { database, alice } = publishingScene();
const as = (method: string, path: string, body?: object) =>
  call(method, path, { token: alice.token, from: alice.address, ...(body && { body }) });
const write = (body: object) =>
  as("POST", "/items/rule_packs", { name: `p${Math.random()}`, rules: {}, ...body });

const refused: [string, () => object, string][] = [
  ["no object", () => ({ rules: [] }), 'Rules have to be an object, such as {"noLinks": true}.'],
  ["an unknown rule", () => ({ rules: { noFun: true } }), 'There is no rule called "noFun".'],
  [
    "an empty word",
    () => ({ rules: { bannedWords: [" "] } }),
    "bannedWords: A word is empty. Leave it out.",
  ],
  [
    "a hashtag of two words",
    () => ({ rules: { requiredTags: ["a b"] } }),
    "requiredTags: A hashtag is one word of letters, digits and underscores.",
  ],
  [
    "a number that is none",
    () => ({ rules: { neverRepostDays: 0.5 } }),
    "neverRepostDays: This has to be a whole number from 1 to 3650.",
  ],
  [
    "an unknown platform",
    () => ({ platform: "atlantis" }),
    "There is no such platform here. Choose one, or all of them.",
  ],
  [
    "an account of another platform",
    () => ({ platform: "onlyfans", creator_profile_id: alice.profile }),
    "This account is not on OnlyFans. Choose the account alone.",
  ],
  ["no name", () => ({ name: " " }), "Rules need a name of 80 characters at most."],
  [
    "a source that is no web address",
    () => ({ source_url: "javascript:alert(1)" }),
    "Where the rules come from has to be a web address, such as https://example.org.",
  ],
];

it.each(refused)("%s is refused, before and after", async (_what, body, sentence) => {
  const said = [400, `${sentence} Nothing was saved.`];
  const created = await write(body());
  expect([created.status, created.errors[0]?.message]).toEqual(said);
  const { data } = await write({ rules: { noLinks: true } });
  const { id } = data as { id: string };
  const changed = await as("PATCH", `/items/rule_packs/${id}`, body());
  expect([changed.status, changed.errors[0]?.message]).toEqual(said);
  const read = await as("GET", `/items/rule_packs/${id}`);
  expect(read.data).toMatchObject({ rules: { noLinks: true }, platform: null, source_url: null });
});

it("another person's account is refused", async () => {
  const bob = await makeCreator(database);
  expect((await write({ creator_profile_id: bob.profile })).status).toBe(403);
});

it("what was written loosely is stored plainly", async () => {
  const account = await makeProfile(database, alice);
  const { status, data } = await write({
    name: " Mine ",
    creator_profile_id: account,
    platform: "sandbox",
    rules: { bannedWords: [" sale "], requiredTags: ["#ad"] },
    source_url: "https://a.example/rules",
  });
  expect([status, data]).toMatchObject([
    200,
    { name: "Mine", rules: { bannedWords: ["sale"], requiredTags: ["ad"] } },
  ]);
});
