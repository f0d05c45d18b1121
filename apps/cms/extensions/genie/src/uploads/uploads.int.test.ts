import { existsSync, readdirSync } from "node:fs";
import { request } from "node:http";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileFiles } from "../testing/hostile-files.ts";
import { png } from "../testing/pictures.ts";

type UploadOptions = { name?: string; type?: string; fields?: Record<string, string> };
type Stored = { id: string; type: string; filename_download: string; width: number };

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
describe("uploads", () => {
  const { uploadsFolder, workerToken, adminToken } = stackUnderTest();
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
    await database.end();
  });

  // Without the small pictures that a flow makes of each, whenever it comes to it.
  const onDisk = () =>
    readdirSync(uploadsFolder)
      .filter((name) => !name.includes("__"))
      .toSorted();
  const inDatabase = async () => {
    const { rows } = await database.query("select id from directus_files order by id");
    return rows;
  };

  it.each(hostileFiles)("refuse %s, and store nothing", async (_what, content, sentence) => {
    const before = [onDisk(), await inDatabase()];
    const { status, errors } = await send(alice.token, content);
    expect([status, errors[0]?.message]).toEqual([400, sentence("picture.png")]);
    expect([onDisk(), await inDatabase()]).toEqual(before);
  });

  it("take a picture, with its owner, in a folder of the owner's", async () => {
    const file = await upload(alice.token);
    expect(file).toMatchObject({ type: "image/png", filename_download: "picture.png", width: 8 });
    const other = await upload(alice.token);
    const foreign = await upload(bob.token);
    const ids = [file.id, other.id, foreign.id];
    // The folder is made right after the answer.
    await expect
      .poll(async () => {
        const { rowCount } = await database.query(
          "select 1 from directus_files where id = any($1) and folder is not null",
          [ids],
        );
        return rowCount;
      })
      .toBe(3);
    const { rows } = await database.query<{ owner: string; folder: string }>(
      "select distinct owner, folder from directus_files where id = any($1)",
      [ids],
    );
    expect(rows.map(({ owner }) => owner).toSorted()).toEqual([alice.id, bob.id].toSorted());
    expect(new Set(rows.map(({ folder }) => folder)).size).toBe(2);
  });

  it("name a file by what it is, whatever it was called", async () => {
    const before = new Set(onDisk());
    for (const [name, expected] of [
      ["page.html", "page.png"],
      ["../../etc/passwd", "passwd.png"],
      ["no-extension", "no-extension.png"],
      [`${"x".repeat(300)}.svg`, `${"x".repeat(200)}.png`],
    ] as const) {
      const file = await upload(alice.token, { name, type: "text/html" });
      expect([name, file.filename_download, file.type]).toEqual([name, expected, "image/png"]);
    }
    const added = onDisk().filter((name) => !before.has(name));
    expect(added.filter((name) => !name.endsWith(".png"))).toEqual([]);
    expect(added).toHaveLength(4);
  });

  it("can't be given to another person, put elsewhere or named on the disk by the caller", async () => {
    const { id } = await upload(alice.token, {
      fields: {
        owner: bob.id,
        storage: "s3",
        filename_disk: "../x",
        folder: "x",
        id: bob.id,
        type: "text/html",
      },
    });
    const { rows } = await database.query(
      "select owner, storage, type, filename_disk from directus_files where id = $1",
      [id],
    );
    expect(rows).toEqual([
      { owner: alice.id, storage: "local", type: "image/png", filename_disk: `${id}.png` },
    ]);
  });

  it("by the worker belong to the owner that it names", async () => {
    const { id } = await upload(workerToken, { fields: { owner: alice.id } });
    const { rows } = await database.query("select owner from directus_files where id = $1", [id]);
    expect(rows).toEqual([{ owner: alice.id }]);
    const seen = await call("GET", `/files/${id}`, { token: alice.token, from: alice.address });
    expect(seen.status).toBe(200);
    const before = [onDisk(), await inDatabase()];
    expect((await send(workerToken, png())).status).toBe(400);
    expect((await send(workerToken, png(), { fields: { owner: id } })).status).toBe(400);
    expect([onDisk(), await inDatabase()]).toEqual(before);
  });

  it("are refused to strangers, viewers and programs that may only read", async () => {
    const viewer = await createUser({ role: roles.viewer.id });
    const made = await call("POST", "/tokens", {
      token: alice.token,
      from: alice.address,
      body: { name: "reader", scopes: ["read"], expires_in_days: 1 },
    });
    const { token: reader } = made.data as { token: string };
    const before = [onDisk(), await inDatabase()];
    for (const token of [undefined, viewer.token, reader]) {
      expect((await send(token, png())).status).toBe(403);
    }
    expect([onDisk(), await inDatabase()]).toEqual(before);
  });

  it("that break off leave nothing behind", async () => {
    const before = [onDisk(), await inDatabase()] as const;
    const hangUp = startUpload(alice.token);
    await expect.poll(async () => (await inDatabase()).length).toBe(before[1].length + 1);
    hangUp();
    await expect.poll(async () => [onDisk(), await inDatabase()]).toEqual(before);
  });

  it("are refused in words when they are no form, or hold no file", async () => {
    const json = await call("POST", "/uploads", { token: alice.token, body: { title: "x" } });
    expect([json.status, json.errors[0]?.message]).toEqual([
      400,
      "Send the file as multipart/form-data.",
    ]);
    const form = new FormData();
    form.append("title", "no file");
    const empty = await call("POST", "/uploads", { token: alice.token, body: form });
    expect([empty.status, empty.errors[0]?.message]).toEqual([
      400,
      "There was no file in the request.",
    ]);
  });

  it("can't be replaced through Directus' own route", async () => {
    const { id } = await upload(alice.token);
    const form = new FormData();
    form.append("file", new Blob([svg], { type: "image/svg+xml" }), "picture.svg");
    const replaced = await call("PATCH", `/files/${id}`, { token: alice.token, body: form });
    expect(replaced.status).toBe(403);
    const changed = await call("PATCH", `/files/${id}`, {
      token: alice.token,
      body: { type: "text/html" },
    });
    expect(changed.status).toBe(403);
    for (const token of [alice.token, workerToken, adminToken]) {
      const given = await call("PATCH", `/files/${id}`, { token, body: { owner: bob.id } });
      expect(given.status).toBe(403);
    }
  });

  it("can't be made by nesting them in other rows", async () => {
    const before = await inDatabase();
    const file = { storage: "local", type: "text/html", title: "x", filename_download: "x.html" };
    const media = await call("POST", "/items/scraped_media", {
      token: alice.token,
      body: { media_type: "image", file_id: file },
    });
    const list = await call("POST", "/items/scraped_media", {
      token: alice.token,
      body: { media_type: "image", files: [{ directus_files_id: file }] },
    });
    expect([media.status, list.status]).toEqual([403, 403]);
    expect(await inDatabase()).toEqual(before);
  });

  it("are shown to their owner, in their own type, and to nobody else", async () => {
    const { id } = await upload(alice.token);
    const shown = await call("GET", `/assets/${id}`, { token: alice.token });
    expect(shown.status).toBe(200);
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect(shown.headers.get("x-content-type-options")).toBe("nosniff");
    expect(shown.headers.get("content-security-policy")).toContain("default-src 'none'");
    for (const token of [bob.token, undefined]) {
      for (const query of ["", "?download", "?key=system-medium-cover"]) {
        expect((await call("GET", `/assets/${id}${query}`, { token })).status).toBe(403);
      }
      const zip = await call("POST", "/assets/files", { token, body: { ids: [id] } });
      expect(zip.text).not.toContain("PNG");
    }
  });

  it("are not resized as anybody likes", async () => {
    const { id } = await upload(alice.token);
    const get = (query: string) => call("GET", `/assets/${id}?${query}`, { token: alice.token });
    for (const query of [
      "width=12000&height=12000",
      "width=10",
      "format=webp",
      'transforms=[["blur",5]]',
      "key=thumbnail",
      "key=thumbnail&width=9000",
      "key=unknown",
      "quality=100",
    ]) {
      expect([query, (await get(query)).status]).toEqual([query, 400]);
    }
    // The panel's own.
    expect((await get("key=system-small-cover")).status).toBe(200);
  });

  it("are gone from the disk when they are deleted", async () => {
    const { id } = await upload(alice.token);
    const path = `${uploadsFolder}/${id}.png`;
    expect(existsSync(path)).toBe(true);
    const gone = await call("DELETE", `/files/${id}`, { token: alice.token });
    expect([gone.status, existsSync(path)]).toEqual([204, false]);
  });
});

/** Sends the first half of a picture of a megabyte. The caller hangs up. */
function startUpload(token: string): () => void {
  const { hostname, port } = new URL(stackUnderTest().directusUrl);
  const boundary = "the-boundary";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="half.png"\r\nContent-Type: image/png\r\n\r\n`;
  const sent = request({
    hostname,
    port,
    path: "/uploads",
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": 1_000_000,
    },
  });
  sent.on("error", () => sent.destroy());
  sent.write(head);
  sent.write(Buffer.concat([png(), Buffer.alloc(500_000)]));
  return () => sent.destroy();
}

const send = (
  token: string | undefined,
  content: string | Uint8Array,
  { name = "picture.png", type = "image/png", fields = {} }: UploadOptions = {},
) => {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("file", new Blob([new Uint8Array(Buffer.from(content))], { type }), name);
  return call("POST", "/uploads", { token, body: form });
};

const upload = async (token: string, options: UploadOptions = {}) => {
  const answer = await send(token, png(), options);
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return answer.data as Stored;
};
