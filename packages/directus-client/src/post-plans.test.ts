import { describe, expect, it } from "vitest";
import { createDirectusClient } from "./create-directus-client.ts";
import { createPosts, type PostPlan, updatePosts } from "./post-plans.ts";
import { refusedAccount } from "./translate-error.ts";

const plan: PostPlan = {
  profileId: "a",
  caption: "Hello",
  mediaIds: ["m1", "m2"],
  scheduledFor: "2031-05-14T12:00:00Z",
  timezone: "Europe/Berlin",
  status: "pending",
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("createPosts", () => {
  it("sends all of them in one request, and says that they belong together", async () => {
    const { client, requests } = directus({
      "POST /items/scheduled_posts": [
        [
          { id: "2", creator_profile_id: "b" },
          { id: "1", creator_profile_id: "a" },
        ],
      ],
    });
    const ids = await createPosts(client, [
      plan,
      { ...plan, profileId: "b", config: { visibility: "public" } },
    ]);
    expect(ids).toEqual(["1", "2"]);
    expect(requests).toEqual([
      {
        request: "POST /items/scheduled_posts",
        body: [
          expect.objectContaining({
            creator_profile_id: "a",
            group_id: expect.stringMatching(uuid),
            media: [
              { scraped_media_id: "m1", sort: 1 },
              { scraped_media_id: "m2", sort: 2 },
            ],
          }),
          expect.objectContaining({ platform_specific_config: { visibility: "public" } }),
        ],
      },
    ]);
    const groups = bodyOf(requests).map((row) => row["group_id"]);
    expect(groups[0]).toBe(groups[1]);
  });

  it("a post that was written alone belongs to none", async () => {
    const { client, requests } = directus({ "POST /items/scheduled_posts": [[{ id: "1" }]] });
    expect(await createPosts(client, [plan])).toEqual(["1"]);
    expect(requests[0]?.body).toEqual([
      expect.not.objectContaining({ group_id: expect.anything() }),
    ]);
  });

  describe("tried again with the same key", () => {
    const refused = {
      status: 400,
      errors: [{ message: "Made already.", extensions: { code: "RECORD_NOT_UNIQUE" } }],
    };
    const plans = [plan, { ...plan, profileId: "b" }];

    it("answers what the first try made, and makes and changes nothing", async () => {
      const { client, requests } = directus({
        "POST /items/scheduled_posts": [refused],
        "GET /items/scheduled_posts": [[made("2", "b"), made("1", "a")]],
      });
      expect(await createPosts(client, plans, { key: "k" })).toEqual(["1", "2"]);
      expect(requests.map(({ request }) => request)).toEqual([
        "POST /items/scheduled_posts",
        "GET /items/scheduled_posts",
      ]);
      expect(requests[0]?.body).toEqual([
        expect.objectContaining({ idempotency_key: "k" }),
        expect.objectContaining({ idempotency_key: "k" }),
      ]);
    });

    it("brings what is different by now to what she wants", async () => {
      const { client, requests } = directus({
        "POST /items/scheduled_posts": [refused, [{ id: "3", creator_profile_id: "b" }]],
        "GET /items/scheduled_posts": [[made("1", "a", "Hallo"), made("9", "c")]],
        "GET /items/scheduled_posts_media": [[link("l1", "1", "m1"), link("l2", "1", "m2")]],
        "PATCH /items/scheduled_posts": [[]],
        "DELETE /items/scheduled_posts": [null],
      });
      expect(await createPosts(client, plans, { key: "k" })).toEqual(["1", "3"]);
      expect(requests.slice(2).map(({ request, body }) => [request, body])).toEqual([
        ["GET /items/scheduled_posts_media", null],
        ["PATCH /items/scheduled_posts", [expect.objectContaining({ id: "1", caption: "Hello" })]],
        ["DELETE /items/scheduled_posts", { keys: ["9"] }],
        [
          "POST /items/scheduled_posts",
          [
            expect.objectContaining({
              group_id: "g",
              idempotency_key: "k",
              creator_profile_id: "b",
            }),
          ],
        ],
      ]);
    });

    it.each(["cancelled", "failed", "missed"])(
      "plans one again that was %s meanwhile",
      async (status) => {
        const { client, requests } = directus({
          "POST /items/scheduled_posts": [refused],
          "GET /items/scheduled_posts": [[{ ...made("1", "a"), status }]],
          "GET /items/scheduled_posts_media": [[link("l1", "1", "m1"), link("l2", "1", "m2")]],
          "PATCH /items/scheduled_posts": [[]],
        });
        expect(await createPosts(client, [plan], { key: "k" })).toEqual(["1"]);
        expect(bodyOf(requests)).toEqual([expect.objectContaining({ id: "1", status: "pending" })]);
      },
    );

    it("takes none out that is on its way or out, and changes nothing then", async () => {
      const { client, requests } = directus({
        "POST /items/scheduled_posts": [refused],
        "GET /items/scheduled_posts": [
          [made("1", "a", "Hallo"), { ...made("9", "c"), status: "published" }],
        ],
      });
      await expect(createPosts(client, plans, { key: "k" })).rejects.toMatchObject({
        code: "conflict",
      });
      expect(requests).toHaveLength(2);
    });

    it("throws what else was not unique", async () => {
      const { client } = directus({
        "POST /items/scheduled_posts": [refused],
        "GET /items/scheduled_posts": [[]],
      });
      await expect(createPosts(client, plans, { key: "k" })).rejects.toMatchObject({
        code: "conflict",
      });
    });
  });

  it("says which account's post was refused", async () => {
    const client = createDirectusClient({
      url: "http://directus.example",
      fetch: () =>
        Promise.resolve(
          Response.json(
            {
              errors: [
                { message: "Too long.", extensions: { code: "INVALID_PAYLOAD", account: "b" } },
              ],
            },
            { status: 400 },
          ),
        ),
    });
    const error: unknown = await createPosts(client, [plan]).catch((thrown: unknown) => thrown);
    expect(refusedAccount(error)).toBe("b");
    expect(refusedAccount(new Error("x"))).toBeNull();
  });
});

describe("updatePosts", () => {
  it("sends all changes in one request, with the media of those whose media changed", async () => {
    const { client, requests } = directus({
      "GET /items/scheduled_posts_media": [
        [link("l1", "p1", "m1"), link("l3", "p2", "m1"), link("l2", "p1", "m2")],
      ],
      "PATCH /items/scheduled_posts": [[]],
    });
    await updatePosts(client, [
      { id: "p1", plan },
      { id: "p2", plan },
    ]);
    const [first, second] = bodyOf(requests);
    expect(first).toMatchObject({ id: "p1", caption: "Hello" });
    expect(first).not.toHaveProperty("media");
    expect(second).toMatchObject({ id: "p2", media: { delete: ["l3"], create: [{}, {}] } });
  });
});

const made = (id: string, account: string, caption = "Hello") => ({
  id,
  status: "pending",
  scheduled_for: "2031-05-14T12:00:00.000Z",
  timezone: "Europe/Berlin",
  caption,
  rating: "general",
  late_policy: "publish",
  group_id: "g",
  platform_specific_config: null,
  creator_profile_id: { id: account, platform: "sandbox", username: account },
  media: ["m1", "m2"].map((media, index) => ({
    sort: index + 1,
    scraped_media_id: { id: media },
  })),
});

const link = (id: string, post: string, media: string) => ({
  id,
  scheduled_posts_id: post,
  scraped_media_id: media,
});

/** The rows of the last request. */
const bodyOf = (requests: { body: unknown }[]) =>
  (requests.at(-1)?.body ?? []) as Record<string, unknown>[];

/** A data service that notes what it is asked, and answers by method and path, each answer once. */
function directus(answers: Record<string, unknown[]>) {
  const requests: { request: string; body: unknown }[] = [];
  const client = createDirectusClient({
    url: "http://directus.example",
    fetch: (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const request = `${init?.method ?? "GET"} ${pathname}`;
      const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : null;
      requests.push({ request, body });
      const answer = answers[request]?.shift();
      return Promise.resolve(
        isRefusal(answer)
          ? Response.json({ errors: answer.errors }, { status: answer.status })
          : Response.json({ data: answer }),
      );
    },
  });
  return { client, requests };
}

const isRefusal = (answer: unknown): answer is { status: number; errors: unknown } =>
  typeof answer === "object" && answer !== null && "errors" in answer;
