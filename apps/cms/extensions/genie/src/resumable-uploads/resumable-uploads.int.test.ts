import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileFiles } from "../testing/hostile-files.ts";
import { jpegHead, mp4, png } from "../testing/pictures.ts";
import { announce, askOffset, endUpload, sendPart, uploadOf } from "../testing/tus-client.ts";

const megabyte = 1024 * 1024;

describe("resumable uploads", () => {
  const { uploadsFolder, workerToken } = stackUnderTest();
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

  const stored = async () => {
    const { rows } = await database.query("select id from directus_files order by id");
    const files = readdirSync(uploadsFolder).filter((name) => !name.includes("__"));
    return [rows, files.toSorted()];
  };
  const fileOf = async (id: string | null) => {
    const { rows } = await database.query(
      `select owner, uploaded_by, type, title, filename_download, filename_disk, filesize::int, tus_id, tus_data
       from directus_files where id = $1`,
      [id],
    );
    return rows[0];
  };
  const rowOf = async (upload: string) => {
    const { rows } = await database.query(
      "select id, filename_disk from directus_files where tus_id = $1",
      [upload],
    );
    return rows[0];
  };
  /** As it stands in the database when its last byte is stored and nothing was done since. */
  const beWhole = (upload: string) =>
    database.query(
      `update directus_files set tus_data = (tus_data::jsonb || jsonb_build_object('offset', filesize))::json
        where tus_id = $1`,
      [upload],
    );
  const started = async (content: Buffer, fields?: Record<string, string>) =>
    uploadOf(await announce(alice.token, content.length, fields));

  it("take a file in parts, as its sender's, called what its bytes are", async () => {
    const content = mp4(3 * megabyte);
    const fields = { filename_download: "../holiday.webm", type: "video/webm", title: "Holiday" };
    const upload = await started(content, fields);
    const first = await sendPart(alice.token, upload, 0, content.subarray(0, megabyte));
    expect([first.status, first.headers.get("upload-offset")]).toEqual([204, String(megabyte)]);
    expect((await askOffset(alice.token, upload)).headers.get("upload-offset")).toBe(
      String(megabyte),
    );
    const last = await sendPart(alice.token, upload, megabyte, content.subarray(megabyte));
    const id = last.headers.get("directus-file-id");
    expect([last.status, last.headers.get("genie-file-type")]).toEqual([204, "video/mp4"]);
    const file = await fileOf(id);
    expect(file).toEqual({
      owner: alice.id,
      uploaded_by: alice.id,
      type: "video/mp4",
      title: "Holiday",
      filename_download: "holiday.mp4",
      filename_disk: `${id}.webm`,
      filesize: content.length,
      tus_id: null,
      tus_data: null,
    });
    expect(readFileSync(`${uploadsFolder}/${id}.webm`).equals(content)).toBe(true);
    const came = "select from directus_files where id = $1 and uploaded_on >= created_on";
    expect((await database.query(came, [id])).rowCount).toBe(1);
    const seen = await call("GET", `/files/${id}`, { token: alice.token });
    expect(seen.status).toBe(200);
    expect((await call("GET", `/files/${id}`, { token: bob.token })).status).toBe(403);

    // A sender that did not hear of the end.
    const told = await askOffset(alice.token, upload);
    expect([told.status, told.headers.get("upload-offset")]).toEqual([200, String(content.length)]);
    expect(told.headers.get("directus-file-id")).toBe(id);
    expect((await askOffset(bob.token, upload)).status).toBe(404);
  });

  it("are finished once more when the process ended after it had noted the end", async () => {
    const content = mp4(20_000);
    const upload = await started(content);
    const noted = await database.query(
      `insert into finished_uploads (upload, file_id, finished_at)
       select tus_id, id, clock_timestamp() - interval '1 minute' from directus_files where tus_id = $1`,
      [upload],
    );
    expect(noted.rowCount).toBe(1);
    const { status, headers } = await sendPart(alice.token, upload, 0, content);
    expect(status).toBe(204);
    expect(await fileOf(headers.get("directus-file-id"))).toMatchObject({ tus_id: null });
    expect((await askOffset(alice.token, upload)).status).toBe(200);
  });

  it("are finished when somebody asks, if the process ended before it had", async () => {
    const content = mp4(20_000);
    const upload = await started(content);
    const { id, filename_disk: name } = await rowOf(upload);
    writeFileSync(`${uploadsFolder}/${name}`, content);
    await beWhole(upload);
    expect((await askOffset(bob.token, upload)).status).toBe(404);
    const [told, again] = [
      await askOffset(alice.token, upload),
      await askOffset(alice.token, upload),
    ];
    for (const { status, headers } of [told, again]) {
      expect([status, headers.get("upload-offset"), headers.get("upload-length")]).toEqual([
        200,
        String(content.length),
        String(content.length),
      ]);
      expect([headers.get("directus-file-id"), headers.get("genie-file-type")]).toEqual([
        id,
        "video/mp4",
      ]);
    }
    expect(await fileOf(id)).toMatchObject({ tus_id: null, type: "video/mp4", owner: alice.id });
    // It was heard of: it lies in her folder.
    await expect
      .poll(async () => {
        const { rows } = await database.query("select folder from directus_files where id = $1", [
          id,
        ]);
        return rows[0].folder;
      })
      .not.toBeNull();
  });

  it("are refused when somebody asks, if what came is not what may be stored", async () => {
    const before = await stored();
    const upload = await started(Buffer.alloc(5000));
    await beWhole(upload);
    expect((await askOffset(alice.token, upload)).status).toBe(400);
    expect(await stored()).toEqual(before);
  });

  it("keep everything when only their end failed, and are finished when somebody asks", async () => {
    const content = mp4(20_000);
    const upload = await started(content);
    const failing = "test_finished_uploads_fail";
    await database.query(
      `create function ${failing}() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
       create trigger ${failing} before insert on finished_uploads for each row
         when (new.upload = '${upload}') execute function ${failing}()`,
    );
    try {
      const { status, errors } = await sendPart(alice.token, upload, 0, content);
      expect([status, errors[0]?.message]).toEqual([
        503,
        "This part could not be stored. What was stored before is kept for a day; go on from there.",
      ]);
      // Whoever asks is not told to begin anew.
      expect((await askOffset(alice.token, upload)).status).toBe(423);
    } finally {
      await database.query(`drop function ${failing} cascade`);
    }
    const { status, headers } = await askOffset(alice.token, upload);
    expect(status).toBe(200);
    const file = await fileOf(headers.get("directus-file-id"));
    expect(file).toMatchObject({ tus_id: null, type: "video/mp4", filesize: content.length });
    expect(readFileSync(`${uploadsFolder}/${file.filename_disk}`).equals(content)).toBe(true);
  });

  it.each(hostileFiles)("refuse %s, and keep nothing of it", async (_what, content, sentence) => {
    const before = await stored();
    const upload = await started(content);
    const { status, errors } = await sendPart(alice.token, upload, 0, content);
    expect([status, errors[0]?.message]).toEqual([400, sentence("picture.png")]);
    expect(await stored()).toEqual(before);
    expect((await askOffset(alice.token, upload)).status).toBe(404);
  });

  it("look at the whole, however it came", async () => {
    const before = await stored();
    const content = jpegHead({ width: 20_000, height: 5000 }, 300_000);
    const upload = await started(content);
    expect(
      (await sendPart(alice.token, upload, 0, content.subarray(0, 10))).errors[0]?.message,
    ).toBe(
      "The first part has to have 4100 bytes at least, and say how many it has. Nothing of it was saved.",
    );
    // What the size is says only the second part.
    const first = await sendPart(alice.token, upload, 0, content.subarray(0, 5000));
    expect(first.status).toBe(204);
    const { status, errors } = await sendPart(alice.token, upload, 5000, content.subarray(5000));
    expect([status, errors[0]?.message]).toEqual([
      400,
      expect.stringContaining("20,000 × 5,000 pixels"),
    ]);
    expect(await stored()).toEqual(before);
  });

  it("never take the beginning a second time", async () => {
    const content = mp4(20_000);
    const upload = await started(content);
    await sendPart(alice.token, upload, 0, content.subarray(0, 10_000));
    const page = Buffer.from("<!doctype html>".padEnd(10_000));
    const again = await sendPart(alice.token, upload, 0, page);
    expect([again.status, again.errors[0]?.message]).toEqual([
      409,
      "Another part of this upload was expected. Ask how far it is, and go on from there.",
    ]);
    const last = await sendPart(alice.token, upload, 10_000, content.subarray(10_000));
    const { filename_disk: name } = await fileOf(last.headers.get("directus-file-id"));
    expect(readFileSync(`${uploadsFolder}/${name}`).equals(content)).toBe(true);
  });

  it("go on where a connection broke off", async () => {
    const content = mp4(4 * megabyte);
    const upload = await started(content);
    breakOff(alice.token, upload, content);
    const offset = async () =>
      Number((await askOffset(alice.token, upload)).headers.get("upload-offset"));
    await expect.poll(offset).toBeGreaterThan(0);
    const at = await offset();
    expect(at).toBeLessThan(content.length);
    const last = await sendPart(alice.token, upload, at, content.subarray(at));
    expect(last.status).toBe(204);
    const { filename_disk: name } = await fileOf(last.headers.get("directus-file-id"));
    expect(readFileSync(`${uploadsFolder}/${name}`).equals(content)).toBe(true);
  });

  it.each([
    ["id", "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1001"],
    ["replace_id", "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1001"],
    ["owner", "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1001"],
    ["uploaded_by", "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1001"],
    ["filename_disk", "../../extensions/x"],
    ["storage", "s3"],
    ["folder", "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1001"],
    ["tus_id", "x"],
    ["prepared_at", "2026-01-01"],
  ])("let nobody say %s", async (name, value) => {
    const before = await stored();
    const fields = { filename_download: "a.png", type: "image/png", [name]: value };
    const { status, errors } = await announce(alice.token, 100, fields);
    expect([status, errors[0]?.message]).toEqual([
      400,
      `An upload says its name, type and title and nothing else, not ${name}. Nothing was saved.`,
    ]);
    expect(await stored()).toEqual(before);
  });

  it.each([
    ["no name", 100, { type: "image/png" }, "Send the name of the file, too. Nothing was saved."],
    ["nothing in it", 0, { filename_download: "a.png" }, "a.png is empty. Nothing was saved."],
    [
      "more than the most",
      4096 * megabyte + 1,
      { filename_download: "a.mp4", type: "video/mp4" },
      "a.mp4 is larger than 4 GB, the most that is taken here. Make it smaller and upload it again. Nothing was saved.",
    ],
    [
      "a type of no picture",
      100,
      { filename_download: "a.svg", type: "image/svg+xml" },
      "a.svg is not a picture or video that can be stored here. Use JPEG, PNG, WebP, GIF, AVIF, MP4, MOV or WebM. Nothing was saved.",
    ],
  ])("refuse a file with %s when it is announced", async (_what, size, fields, sentence) => {
    const before = await stored();
    const { status, errors } = await announce(alice.token, size, fields);
    expect([status, errors[0]?.message]).toEqual([400, sentence]);
    expect(await stored()).toEqual(before);
  });

  it("refuse a picture of more than 50 MB with its first part", async () => {
    const before = await stored();
    const upload = uploadOf(await announce(alice.token, 50 * megabyte + 1));
    const content = Buffer.concat([png(), Buffer.alloc(10_000)]);
    const { status, errors } = await sendPart(alice.token, upload, 0, content);
    expect([status, errors[0]?.message]).toEqual([
      400,
      "picture.png is larger than 50 MB, the most that a picture may have. Make it smaller and upload it again. Nothing was saved.",
    ]);
    expect(await stored()).toEqual(before);
  });

  it("are their sender's alone", async () => {
    const content = mp4(20_000);
    const upload = await started(content);
    expect((await askOffset(bob.token, upload)).status).toBe(404);
    expect((await endUpload(bob.token, upload)).status).toBe(404);
    expect((await sendPart(bob.token, upload, 0, content)).status).toBe(404);
    expect((await askOffset(undefined, upload)).status).toBe(403);
    expect((await askOffset(alice.token, upload)).headers.get("upload-offset")).toBe("0");
  });

  it("that are called off leave nothing behind", async () => {
    const before = await stored();
    const content = mp4(20_000);
    const upload = await started(content);
    await sendPart(alice.token, upload, 0, content.subarray(0, 9000));
    expect((await endUpload(alice.token, upload)).status).toBe(204);
    expect(await stored()).toEqual(before);
    expect((await sendPart(alice.token, upload, 9000, content.subarray(9000))).status).toBe(404);
  });

  it("that nobody goes on with for a day are gone with the next sweep", async () => {
    const before = await stored();
    const content = mp4(20_000);
    const [old, young] = [await started(content), await started(content)];
    await sendPart(alice.token, old, 0, content.subarray(0, 9000));
    await database.query(
      "update directus_files set modified_on = now() - interval '25 hours' where tus_id = $1",
      [old],
    );
    await expect
      .poll(async () => {
        await call("POST", "/jobs/sweep", { token: workerToken, body: {} });
        return (await askOffset(alice.token, old)).status;
      })
      .toBe(404);
    expect((await askOffset(alice.token, young)).status).toBe(200);
    await endUpload(alice.token, young);
    expect(await stored()).toEqual(before);
  });

  it("are refused to strangers, viewers, programs that only read, and the worker", async () => {
    const viewer = await createUser({ role: roles.viewer.id });
    const made = await call("POST", "/tokens", {
      token: alice.token,
      from: alice.address,
      body: { name: "reader", scopes: ["read"], expires_in_days: 1 },
    });
    const { token: reader } = made.data as { token: string };
    const before = await stored();
    for (const token of [undefined, viewer.token, reader, workerToken]) {
      expect((await announce(token, 100)).status).toBe(403);
    }
    expect(await stored()).toEqual(before);
  });

  it("are refused from another site", async () => {
    const { email, password, address: from } = alice;
    const session = await call("POST", "/auth/login", {
      from,
      body: { email, password, mode: "session" },
    });
    const cookie = session.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const origin = "https://evil.example";
    expect((await announce(undefined, 100, undefined, { cookie, origin })).status).toBe(403);
    const ours = new URL(stackUnderTest().dashboardUrl ?? "").origin;
    const taken = await announce(undefined, 100, undefined, { cookie, origin: ours });
    expect(taken.status).toBe(201);
    await endUpload(alice.token, uploadOf(taken));
  });

  it("are seen by nobody before they are whole", async () => {
    const content = mp4(20_000);
    const upload = await started(content);
    const { rows } = await database.query("select id from directus_files where tus_id = $1", [
      upload,
    ]);
    const id: string = rows[0].id;
    const list = await call("GET", "/files?limit=-1&fields=id", { token: alice.token });
    expect(list.text).not.toContain(id);
    for (const path of [`/files/${id}`, `/files/tus/${upload}`]) {
      expect((await call("GET", path, { token: alice.token })).status).not.toBe(200);
    }
    await endUpload(alice.token, upload);
  });
});

/** Sends a part of what it said that it would send, and is gone. */
function breakOff(token: string, upload: string, content: Buffer): void {
  const { hostname, port } = new URL(stackUnderTest().directusUrl);
  const sent = request({
    hostname,
    port,
    path: `/files/tus/${upload}`,
    method: "PATCH",
    headers: {
      authorization: `Bearer ${token}`,
      "tus-resumable": "1.0.0",
      "upload-offset": 0,
      "content-type": "application/offset+octet-stream",
      "content-length": content.length,
    },
  });
  sent.on("error", () => sent.destroy());
  sent.write(content.subarray(0, content.length / 2), () => sent.destroy());
}
