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
        { id: "2", creator_profile_id: "b" },
        { id: "1", creator_profile_id: "a" },
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
    const { client, requests } = directus({ "POST /items/scheduled_posts": [{ id: "1" }] });
    expect(await createPosts(client, [plan])).toEqual(["1"]);
    expect(requests[0]?.body).toEqual([
      expect.not.objectContaining({ group_id: expect.anything() }),
    ]);
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
        link("l1", "p1", "m1"),
        link("l3", "p2", "m1"),
        link("l2", "p1", "m2"),
      ],
      "PATCH /items/scheduled_posts": [],
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

const link = (id: string, post: string, media: string) => ({
  id,
  scheduled_posts_id: post,
  scraped_media_id: media,
});

/** The rows of the last request. */
const bodyOf = (requests: { body: unknown }[]) =>
  (requests.at(-1)?.body ?? []) as Record<string, unknown>[];

/** A data service that notes what it is asked, and answers by method and path. */
function directus(answers: Record<string, unknown>) {
  const requests: { request: string; body: unknown }[] = [];
  const client = createDirectusClient({
    url: "http://directus.example",
    fetch: (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      const request = `${init?.method ?? "GET"} ${pathname}`;
      const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : null;
      requests.push({ request, body });
      return Promise.resolve(Response.json({ data: answers[request] }));
    },
  });
  return { client, requests };
}
