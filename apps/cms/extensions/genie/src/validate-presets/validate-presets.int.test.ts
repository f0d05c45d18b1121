import { call } from "@genie/testing";
import { expect, it } from "vitest";
import { publishingScene } from "../testing/publishing-scene.ts";

const { alice } = publishingScene();
const as = (method: string, path: string, body?: object) =>
  call(method, path, { token: alice.token, from: alice.address, ...(body && { body }) });
const keep = (body: object) =>
  as("POST", "/items/media_presets", {
    name: crypto.randomUUID(),
    job_type: "watermark",
    options: { text: "mine" },
    ...body,
  });
const kept = async (body: object) => ((await keep(body)).data as { id: string }).id;
const read = async (id: string) => (await as("GET", `/items/media_presets/${id}`)).data;

it.each([
  ["an option that there is not", { text: "mine", colour: "red" }],
  ["an opacity that is none", { text: "mine", opacity: 7 }],
  ["no mark at all", {}],
])("options with %s are refused, before and after", async (_what, options) => {
  const said = [400, expect.stringMatching(/\. Nothing was saved\.$/)];
  const created = await keep({ options });
  expect([created.status, created.errors[0]?.message]).toEqual(said);
  const id = await kept({});
  const changed = await as("PATCH", `/items/media_presets/${id}`, { options });
  expect([changed.status, changed.errors[0]?.message]).toEqual(said);
  expect(await read(id)).toMatchObject({ options: { text: "mine" } });
});

it("what a preset is for does not change", async () => {
  const id = await kept({});
  const { status } = await as("PATCH", `/items/media_presets/${id}`, {
    job_type: "teaser",
    options: {},
  });
  expect(status).toBe(403);
});

it("a kind has one default, whoever chooses it and however", async () => {
  const [first, second] = [await kept({ is_default: true }), await kept({})];
  const teaser = await kept({ job_type: "teaser", options: {}, is_default: true });
  await as("PATCH", "/items/media_presets", { keys: [second], data: { is_default: true } });
  const defaults = [await read(first), await read(second), await read(teaser)];
  expect(defaults).toMatchObject([
    { is_default: false },
    { is_default: true },
    { is_default: true },
  ]);
});
