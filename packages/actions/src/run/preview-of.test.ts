import { randomUUID } from "node:crypto";
import { actionEffects } from "@genie/schema";
import { describe, expect, it } from "vitest";
import type { Flow } from "../flow/flow.ts";
import { memoryTools } from "../testing/memory-tools.ts";
import { flowOf } from "../testing/scripted-steps.ts";
import { toolFlow, type ToolName } from "../tool-flow.ts";
import { effectOf, hardest } from "./effect-of.ts";
import { foresee, previewOf } from "./preview-of.ts";
import { runFlow } from "./run-flow.ts";

const [account, draft, planned, medium, person] = Array.from({ length: 5 }, () => randomUUID());
const scene = () =>
  memoryTools({
    creator_profiles: [{ id: account, platform: "sandbox", username: "anna" }],
    scheduled_posts: [
      { id: draft, caption: "Old words", status: "draft", creator_profile_id: account },
      { id: planned, caption: "Going out", status: "pending", creator_profile_id: account },
    ],
    scraped_media: [{ id: medium, caption: "A picture", media_type: "image" }],
    directus_users: [{ id: person, email: "bea@example.com", status: "active" }],
  });
const change = (id: unknown, data: object) => ({ collection: "scheduled_posts", id, data });

describe("the effect of a tool", () => {
  it.each<[ToolName, Record<string, unknown>, string]>([
    ["create-item", { collection: "scheduled_posts", data: { caption: "x" } }, "write"],
    ["create-item", { collection: "scheduled_posts", data: { status: "pending" } }, "publish"],
    ["create-item", { collection: "media_jobs", data: { job_type: "watermark" } }, "write"],
    ["create-item", { collection: "media_jobs", data: { job_type: "delete_post" } }, "delete"],
    ["create-item", { collection: "creator_profiles", data: { platform: "x" } }, "write"],
    ["create-item", { collection: "creator_profiles", data: { credentials: "x" } }, "connect"],
    ["create-item", { collection: "platform_sessions", data: { platform: "x" } }, "connect"],
    ["update-item", change(draft, { status: "pending" }), "publish"],
    ["update-item", change(draft, { caption: "x" }), "publish"],
    ["update-item", change(planned, { status: "cancelled" }), "write"],
    ["update-item", { collection: "fan_profiles", id: "1", data: { notes: "x" } }, "write"],
    ["update-item", { collection: "scraped_media", id: "1", data: { caption: "x" } }, "write"],
    ["update-item", { collection: "scraped_media", id: "1", data: { files: [] } }, "publish"],
    ["update-item", { collection: "scraped_media", id: "1", data: { alt_text: "x" } }, "publish"],
    ["update-item", { collection: "rule_packs", id: "1", data: { is_enabled: false } }, "publish"],
    ["update-item", { collection: "rule_packs", id: "1", data: { name: "x" } }, "write"],
    [
      "update-item",
      { collection: "publish_pauses", id: "1", data: { paused_until: null } },
      "publish",
    ],
    ["delete-item", { collection: "media_presets", id: "1" }, "delete"],
    [
      "trigger-flow",
      { flow_id: randomUUID(), collection: "creator_profiles", keys: ["1"] },
      "publish",
    ],
    ["create-user", { data: { email: "a@example.com", role: "viewer" } }, "connect"],
    ["update-user", { id: person, data: { status: "suspended" } }, "connect"],
  ])("%s %j is %s", (name, params, effect) => {
    expect(effectOf(toolFlow(name), params)).toBe(effect);
  });

  it("is the hardest of all of its steps", () => {
    expect(hardest(["read", "delete", "write"])).toBe("delete");
    expect(hardest([])).toBe("read");
    expect(actionEffects.map((effect) => hardest(["read", effect]))).toEqual(actionEffects);
  });
});

const job = (more: object) => ({ key: "job", step: "enqueue-job", with: more });

describe("the effect of a flow", () => {
  it("is known as far as the input says it", () => {
    const flow = flowOf(job({ job_type: "$input.job" }));
    expect(effectOf(flow, { job: "teaser" })).toBe("write");
    expect(effectOf(flow, { job: "delete_post" })).toBe("delete");
  });

  it("is the hardest of its kind where it hangs on what steps answer", () => {
    const read = { key: "row", step: "read-item", with: { collection: "media_jobs", id: "1" } };
    expect(effectOf(flowOf(read, job({ job_type: "$row.job_type" })), {})).toBe("delete");
  });

  it("leaves out steps that the input rules out, and none else", () => {
    const remove = {
      key: "gone",
      step: "delete-item",
      with: { collection: "saved_views", id: "1" },
    };
    const flow = flowOf({ ...remove, when: { "$input.sure": { _eq: true } } });
    expect(effectOf(flow, {})).toBe("read");
    expect(effectOf(flow, { sure: true })).toBe("delete");
    const asked = { key: "row", step: "search-own", with: { query: "x" } };
    const later = { ...remove, when: { "$row.scraped_media": { _nnull: true } } };
    expect(effectOf(flowOf(asked, later), {})).toBe("delete");
  });
});

const effectNow = async (id: unknown, data: object) =>
  (await previewOf(toolFlow("update-item"), change(id, data), scene())).effect;

const remove = (id: unknown) =>
  previewOf(toolFlow("delete-item"), { collection: "scheduled_posts", id }, scene());

const anotherVersion = async () => ({ name: "A flow", version: "another" });

describe("a preview", () => {
  it("says of a change what is there now", async () => {
    const params = change(draft, { caption: "New words", creator_profile_id: account });
    expect(await previewOf(toolFlow("update-item"), params, scene())).toEqual({
      title: "Change a row",
      effect: "write",
      lines: [
        { label: "Post", value: "Old words · draft" },
        { label: "Caption", value: "New words", before: "Old words" },
        { label: "Creator profile", value: "anna · sandbox", before: "anna · sandbox" },
      ],
    });
  });

  it("knows a planned post from a draft", async () => {
    expect(await effectNow(draft, { caption: "x" })).toBe("write");
    expect(await effectNow(planned, { caption: "x" })).toBe("publish");
    expect(await effectNow(draft, { status: "pending" })).toBe("publish");
  });

  it("is made of what a deletion would take, and of no row that is not there", async () => {
    expect(await remove(draft)).toMatchObject({
      effect: "delete",
      lines: [{ label: "Post", value: "Old words · draft" }, { label: "Afterwards" }],
    });
    await expect(remove(randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });

  it("counts what is deleted with a row", async () => {
    const params = { collection: "creator_profiles", id: account };
    const { lines } = await previewOf(toolFlow("delete-item"), params, scene());
    expect(lines).toContainEqual({ label: "Deleted with it", value: "Post: 2" });
  });

  it("shows no secret", async () => {
    const data = { platform: "sandbox", username: "anna", credentials: "the password" };
    const params = { collection: "creator_profiles", data };
    const preview = await previewOf(toolFlow("create-item"), params, scene());
    expect(JSON.stringify(preview)).not.toContain("the password");
    expect(preview.lines).toContainEqual({ label: "Credentials", value: "(a secret)" });
  });

  it("says whose account changes, with roles by name", async () => {
    const params = { id: person, data: { role: "viewer", status: "suspended" } };
    const { lines } = await previewOf(toolFlow("update-user"), params, scene());
    expect(lines).toEqual([
      { label: "Person", value: "bea@example.com" },
      { label: "Role", value: "viewer", before: "" },
      { label: "Status", value: "suspended", before: "active" },
    ]);
  });

  it("says by name which flow is started, in which version, and on which rows", async () => {
    const flow_id = randomUUID();
    const params = { flow_id, collection: "creator_profiles", keys: [account] };
    const tools = scene();
    const { preview, shown } = await foresee(toolFlow("trigger-flow"), params, tools);
    expect(preview).toMatchObject({
      effect: "publish",
      lines: [
        { label: "Flow", value: "A flow" },
        { label: "Account", value: "anna · sandbox" },
        { label: "Version", value: flow_id },
      ],
    });
    const run = { flow: toolFlow("trigger-flow"), params, shown };
    expect(await runFlow({ ...run, tools })).toMatchObject({ status: "done" });
    const later = memoryTools(tools.stored, { describeFlow: anotherVersion });
    expect(await runFlow({ ...run, tools: later })).toMatchObject({
      status: "failed",
      error: { code: "conflict", message: expect.stringContaining("has changed") },
    });
  });

  it("of a flow is made on no row that is not there", async () => {
    const params = { flow_id: account, collection: "creator_profiles", keys: [account, planned] };
    await expect(previewOf(toolFlow("trigger-flow"), params, scene())).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("runs what only looks, and says the rest in general", async () => {
    const tools = scene();
    const flow: Flow = flowOf(
      {
        key: "post",
        step: "read-item",
        with: { collection: "scheduled_posts", id: "$input.post" },
      },
      {
        key: "check",
        step: "condition",
        with: { value: "$post.status", is: { _eq: "draft" }, otherwise: "It is no draft." },
      },
      {
        key: "copy",
        step: "create-draft",
        with: { creator_profile_id: "$post.creator_profile_id", caption: "$post.caption" },
      },
      {
        key: "plan",
        step: "schedule-post",
        with: { post_id: "$copy.scheduled_post_id", scheduled_for: "2026-12-01T10:00:00Z" },
      },
    );
    const before = structuredClone(tools.stored);
    expect(await previewOf(flow, { post: draft }, tools)).toMatchObject({
      effect: "publish",
      lines: [
        { label: "New", value: "Draft of a post" },
        { label: "Creator profile", value: "anna · sandbox" },
        { label: "Caption", value: "Old words" },
        { label: "schedule-post" },
      ],
    });
    expect(await previewOf(flow, { post: planned }, tools)).toMatchObject({
      effect: "read",
      lines: [],
    });
    expect(tools.stored).toEqual(before);
  });

  it("is not made of what can't run here", async () => {
    const asks = { key: "ask", step: "generate-text", with: { prompt: "x" } };
    await expect(previewOf(flowOf(asks), {}, scene())).rejects.toMatchObject({
      code: "misconfigured",
    });
  });

  it("of the same rows is the same, and of others another", async () => {
    const tools = scene();
    const preview = () =>
      previewOf(toolFlow("update-item"), change(draft, { status: "pending" }), tools);
    const first = await preview();
    expect(await preview()).toEqual(first);
    await tools.rows("scheduled_posts").update(String(draft), { caption: "Other words" });
    expect(await preview()).not.toEqual(first);
  });
});
