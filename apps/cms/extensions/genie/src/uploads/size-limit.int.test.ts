import { readdirSync } from "node:fs";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnDirectus, startDirectus } from "../../../../src/testing/start-directus.ts";
import { mp4 } from "../testing/pictures.ts";
import { announce, sendPart, uploadOf } from "../testing/tus-client.ts";

const megabyte = 1024 * 1024;
const tooLarge = (name: string) =>
  `${name} is larger than 1 MB, the most that is taken here. Make it smaller and upload it again. Nothing was saved.`;

const form = (bytes: Buffer, name: string, fields: Record<string, string> = {}) => {
  const made = new FormData();
  for (const [field, value] of Object.entries(fields)) made.append(field, value);
  made.append("file", new Blob([new Uint8Array(bytes)]), name);
  return made;
};

describe("the size that an installation takes", { timeout: 180_000 }, () => {
  const database = openDatabase();
  const { uploadsFolder, workerToken } = stackUnderTest();
  let alice: TestUser;
  let token: string;
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
    directus = await startDirectus({ UPLOAD_MAX_MB: "1" });
  });
  afterAll(async () => {
    await directus.stop();
    await database.end();
  });

  const inParts = async (bytes: Buffer, name: string) => {
    const fields = { filename_download: name, type: "video/mp4" };
    const announced = await announce(token, bytes.length, fields, {}, directus.url);
    if (announced.status !== 201) return announced;
    return sendPart(token, uploadOf(announced), 0, bytes, {}, directus.url);
  };
  const asForm = (bytes: Buffer, name: string, by = token, fields = {}) =>
    call("POST", "/uploads", { token: by, body: form(bytes, name, fields), to: directus.url });
  const replace = (id: string, bytes: Buffer) =>
    call("PUT", `/uploads/${id}`, {
      token: workerToken,
      body: form(bytes, "stripped", { removed_metadata: '["location"]' }),
      to: directus.url,
    });
  const stored = async () => {
    const { rows } = await database.query(
      "select id, filesize::int from directus_files where owner = $1 order by id",
      [alice.id],
    );
    const ids: string[] = rows.map(({ id }) => id);
    const files = readdirSync(uploadsFolder).filter((file) => ids.some((id) => file.includes(id)));
    return { rows, files: files.filter((file) => !file.includes("__")).toSorted() };
  };

  it("is the same in parts, as a form, from the worker, and for what is left of a file", async () => {
    const most = mp4(megabyte);
    expect((await inParts(most, "parts.mp4")).status).toBe(204);
    expect((await asForm(most, "worker.mp4", workerToken, { owner: alice.id })).status).toBe(200);
    const sent = await asForm(most, "form.mp4");
    expect(sent.status).toBe(200);
    const { id } = sent.data as { id: string };
    const before = await stored();
    expect(before.files).toHaveLength(3);

    const more = mp4(megabyte + 1);
    const refused = [
      await inParts(more, "parts.mp4"),
      await asForm(more, "form.mp4"),
      await asForm(more, "worker.mp4", workerToken, { owner: alice.id }),
      // What is written anew may grow a little.
      await replace(id, mp4(Math.ceil(1.1 * megabyte))),
    ];
    expect(refused.map(({ status, errors }) => [status, errors[0]?.message])).toEqual(
      ["parts.mp4", "form.mp4", "worker.mp4", "This file without its metadata"].map((name) => [
        400,
        tooLarge(name),
      ]),
    );
    expect(await stored()).toEqual(before);

    expect((await replace(id, more)).status).toBe(200);
    expect((await stored()).rows).toContainEqual({ id, filesize: more.length });
  });
});
