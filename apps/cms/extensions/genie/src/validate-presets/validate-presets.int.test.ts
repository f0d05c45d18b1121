import { binDays } from "@genie/schema";
import { call } from "@genie/testing";
import { describe, expect, it } from "vitest";
import { asWorker, dismiss, makeCreator, makeMedia } from "../testing/post-scene.ts";
import { publishingScene } from "../testing/publishing-scene.ts";

const { alice, database } = publishingScene();
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

describe("a picture in a preset's options", () => {
  it("is noted by the gate, whoever writes it and whatever is said about it", async () => {
    const [{ file }, { file: other }] = [
      await makeMedia(database, alice),
      await makeMedia(database, alice),
    ];
    const id = await kept({ options: { image_file_id: file }, watermark_file_id: other });
    const path = `/items/media_presets/${id}`;
    expect(await read(id)).toMatchObject({ watermark_file_id: file });
    expect((await as("PATCH", path, { watermark_file_id: null })).status).toBe(200);
    expect(await read(id)).toMatchObject({ watermark_file_id: file });
    await as("PATCH", path, { options: { image_file_id: other } });
    expect(await read(id)).toMatchObject({ watermark_file_id: other });
    await as("PATCH", path, { options: { text: "mine" } });
    expect(await read(id)).toMatchObject({ watermark_file_id: null });
    const teaser = await kept({
      job_type: "teaser",
      options: { watermark: { image_file_id: file } },
    });
    expect(await read(teaser)).toMatchObject({ watermark_file_id: file });
  });

  it("stays when its entry leaves the bin for good", async () => {
    const { media, file } = await makeMedia(database, alice);
    await keep({ options: { image_file_id: file } });
    await database.query(
      "update scraped_media set trashed_at = now() - $2 * interval '1 day' where id = $1",
      [media, binDays + 1],
    );
    const left = async (table: string, id: string) =>
      (await database.query(`select id from ${table} where id = $1`, [id])).rows.length;
    await expect
      .poll(
        async () => {
          await asWorker("/jobs/sweep");
          return left("scraped_media", media);
        },
        { timeout: 60_000 },
      )
      .toBe(0);
    expect(await left("directus_files", file)).toBe(1);
  });

  it("is hers", async () => {
    const bob = await makeCreator(database);
    const { file } = await makeMedia(database, bob);
    const id = await kept({});
    const options = { image_file_id: file };
    const tries = [
      await keep({ options }),
      await keep({ options: { image_file_id: crypto.randomUUID() } }),
      await as("PATCH", `/items/media_presets/${id}`, { options }),
    ];
    await dismiss(database, bob);
    for (const { status, errors } of tries) {
      expect([status, errors[0]?.message]).toEqual([
        403,
        '"image_file_id" names something that is not there, or is not yours. Nothing was saved.',
      ]);
    }
  });
});
