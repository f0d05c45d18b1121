import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnDirectus, startDirectus } from "../../../../src/testing/start-directus.ts";
import { mp4 } from "../testing/pictures.ts";
import { announce, sendPart, uploadOf } from "../testing/tus-client.ts";

const megabyte = 1024 * 1024;
const noRoom = (name: string) =>
  `There is no room for ${name} where files are kept. It was not saved, and nothing else was lost. Delete what you no longer need or ask your administrator for more room, and upload it again.`;

describe("a full disk", { timeout: 180_000 }, () => {
  const database = openDatabase();
  const video = mp4(8 * megabyte);
  let alice: TestUser;
  let token: string;
  let place: string;
  let directus: OwnDirectus;

  beforeAll(async () => {
    alice = await createUser({ role: roles.creator.id });
    // Sessions are signed by the Directus that made them; an API token is known to both.
    const made = await call("POST", "/tokens", {
      token: alice.token,
      from: alice.address,
      body: { name: "uploader", scopes: ["read", "write"], expires_in_days: 1, asks_first: false },
    });
    ({ token } = made.data as { token: string });
    place = await mkdtemp(join(tmpdir(), "genie-small-disk-"));
    // Room for one of the videos, and for a half.
    directus = await startDirectus(
      { STORAGE_LOCAL_ROOT: place },
      {},
      { folder: place, sizeKb: 12 * 1024 },
    );
  });
  afterAll(async () => {
    await directus.stop();
    await rm(place, { recursive: true, force: true });
    await database.end();
  });

  const stored = async () => {
    const { rows } = await database.query("select id from directus_files where owner = $1", [
      alice.id,
    ]);
    // As the program sees it: nobody else has that disk.
    return { rows, files: await readdir(`/proc/${directus.pid}/root${place}`) };
  };
  const announced = (name: string, sizeBytes: number) => {
    const fields = { filename_download: name, type: "video/mp4" };
    return announce(token, sizeBytes, fields, {}, directus.url);
  };
  const send = (upload: string) => sendPart(token, upload, 0, video, {}, directus.url);
  const sendForm = () => {
    const form = new FormData();
    form.append("file", new Blob([video]), "form.mp4");
    return call("POST", "/uploads", { token, body: form, to: directus.url });
  };

  it("refuses what can't fit before anything is sent, and what fitted until it came", async () => {
    const tooLarge = await announced("long.mp4", 20 * megabyte);
    expect([tooLarge.status, tooLarge.errors[0]?.message]).toEqual([507, noRoom("long.mp4")]);
    expect(await stored()).toEqual({ rows: [], files: [] });

    const one = uploadOf(await announced("one.mp4", video.length));
    const other = uploadOf(await announced("other.mp4", video.length));
    const first = await send(one);
    expect(first.status).toBe(204);
    const id = first.headers.get("directus-file-id");
    const onlyFirst = { rows: [{ id }], files: [`${id}.mp4`] };

    const second = await send(other);
    expect([second.status, second.errors[0]?.message]).toEqual([507, noRoom("other.mp4")]);
    expect(await stored()).toEqual(onlyFirst);
    const form = await sendForm();
    expect([form.status, form.errors[0]?.message]).toEqual([507, noRoom("form.mp4")]);
    expect(await stored()).toEqual(onlyFirst);

    const gone = await call("DELETE", `/files/${id}`, { token, to: directus.url });
    expect(gone.status).toBe(204);
    expect((await send(uploadOf(await announced("other.mp4", video.length)))).status).toBe(204);
    expect((await stored()).files).toHaveLength(1);
  });
});
