import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { foresee } from "../run/preview-of.ts";
import { runFlow } from "../run/run-flow.ts";
import { memoryTools } from "../testing/memory-tools.ts";
import { flowOf } from "../testing/scripted-steps.ts";
import { toolFlow } from "../tool-flow.ts";

const [account, other, draft, medium, file] = Array.from({ length: 5 }, () => randomUUID());
const caption = `Words${" and more".repeat(100)} to the end`;
const scene = () =>
  memoryTools({
    creator_profiles: [
      { id: account, platform: "sandbox", username: "anna" },
      { id: other, platform: "sandbox", username: "bea" },
    ],
    scheduled_posts: [
      {
        id: draft,
        caption,
        status: "draft",
        creator_profile_id: account,
        rating: "general",
        platform_specific_config: { price: 5 },
        generation: 3,
      },
    ],
    scheduled_posts_media: [
      { id: randomUUID(), scheduled_posts_id: draft, scraped_media_id: medium, sort: 1 },
    ],
    scraped_media: [{ id: medium, caption: "A dune", alt_text: "Sand", media_type: "image" }],
    scraped_media_files: [{ id: randomUUID(), scraped_media_id: medium, directus_files_id: file }],
  });
type Scene = ReturnType<typeof scene>;

const plan = { key: "plan", step: "schedule-post" };
const input = { post_id: draft, scheduled_for: "2026-12-01T10:00:00Z" };
const ways = {
  "schedule-post": { flow: flowOf({ ...plan, with: input }), params: {} },
  "update-item": {
    flow: toolFlow("update-item"),
    params: { collection: "scheduled_posts", id: draft, data: { status: "pending" } },
  },
};
const ahead = (way: keyof typeof ways, tools: Scene) =>
  foresee(ways[way].flow, ways[way].params, tools);

describe.each(["schedule-post", "update-item"] as const)("a post that %s plans", (way) => {
  it("is shown whole", async () => {
    const { preview } = await ahead(way, scene());
    const said = Object.fromEntries(preview.lines.map(({ label, value }) => [label, value]));
    expect(said).toMatchObject({
      Caption: caption,
      "Creator profile": "anna · sandbox",
      Rating: "general",
      "Platform specific config": '{"price":5}',
      "Picture or video 1": "A dune · image",
      "Words for picture or video 1": "Sand",
      Version: expect.stringMatching(/^3-[0-9a-f]{24}$/),
    });
  });

  it.each<[string, string, object]>([
    ["the end of its words", "scheduled_posts", { caption: `${caption}!` }],
    ["its account", "scheduled_posts", { creator_profile_id: other }],
    ["its rating", "scheduled_posts", { rating: "explicit" }],
    ["its settings", "scheduled_posts", { platform_specific_config: { price: 6 } }],
    ["its first medium", "scheduled_posts", { media_id: medium, generation: 4 }],
    ["the words of a medium", "scraped_media", { alt_text: "Other sand" }],
    ["a file of a medium", "scraped_media_files", { directus_files_id: randomUUID() }],
  ])("differs with %s", async (_what, collection, change) => {
    const tools = scene();
    const { preview } = await ahead(way, tools);
    Object.assign(tools.stored[collection]?.[0] ?? {}, change);
    expect((await ahead(way, tools)).preview).not.toEqual(preview);
  });

  it("is planned only as it was shown", async () => {
    const tools = scene();
    const { shown } = await ahead(way, tools);
    Object.assign(tools.stored["scheduled_posts"]?.[0] ?? {}, { generation: 4 });
    expect(await runFlow({ ...ways[way], tools, shown })).toMatchObject({
      status: "failed",
      error: { code: "conflict" },
    });
    expect(tools.stored["scheduled_posts"]).toMatchObject([{ status: "draft" }]);
    const { shown: anew } = await ahead(way, tools);
    expect(await runFlow({ ...ways[way], tools, shown: anew })).toMatchObject({ status: "done" });
  });
});

describe("a medium that a planned post gets", () => {
  it("is shown with all of the post", async () => {
    const tools = scene();
    Object.assign(tools.stored["scheduled_posts"]?.[0] ?? {}, { status: "pending" });
    const data = { scheduled_posts_id: draft, scraped_media_id: medium, sort: 2 };
    const params = { collection: "scheduled_posts_media", data };
    const { preview } = await foresee(toolFlow("create-item"), params, tools);
    expect(preview.lines).toContainEqual({ label: "Caption", value: caption });
  });
});

describe("words of an entry", () => {
  const params = { collection: "scraped_media", id: medium, data: { alt_text: "New" } };
  const effect = async (tools: Scene) =>
    (await foresee(toolFlow("update-item"), params, tools)).preview.effect;

  it("go out where a post that waits has it, and nowhere else", async () => {
    const tools = scene();
    expect(await effect(tools)).toBe("write");
    Object.assign(tools.stored["scheduled_posts"]?.[0] ?? {}, { status: "pending" });
    expect(await effect(tools)).toBe("publish");
  });
});

describe("a run that was agreed to", () => {
  it("does no more than that when a draft is planned by now", async () => {
    const tools = scene();
    const params = { collection: "scheduled_posts", id: draft, data: { caption: "New" } };
    const run = () =>
      runFlow({
        flow: toolFlow("update-item"),
        params,
        tools,
        allows: (effect) => effect === "read" || effect === "write",
      });
    Object.assign(tools.stored["scheduled_posts"]?.[0] ?? {}, { status: "pending" });
    expect(await run()).toMatchObject({
      status: "failed",
      error: { code: "conflict", message: expect.stringContaining("ask again") },
    });
    expect(tools.stored["scheduled_posts"]).toMatchObject([{ caption }]);
    Object.assign(tools.stored["scheduled_posts"]?.[0] ?? {}, { status: "draft" });
    expect(await run()).toMatchObject({ status: "done" });
  });
});
