import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { roles } from "@genie/schema";
import { createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { endOfJob, read } from "../testing/creator.ts";
import { addEntry, type Entry, readFileRow, upload } from "../testing/library-entry.ts";
import { noisyPicture } from "../testing/noisy-picture.ts";
import { ffmpegPath } from "../testing/sample-media.ts";
import { signalService } from "../testing/service-process.ts";

const run = promisify(execFile);
const workOnce = fileURLToPath(new URL("../testing/work-once.ts", import.meta.url));
const noRoom = /no room left on the server's disk\. Nothing was made; it works again/;

const database = openDatabase();
let alice: TestUser;
let place: string;
beforeAll(async () => {
  alice = await createUser({ role: roles.creator.id });
  place = await mkdtemp(join(tmpdir(), "genie-small-disk-"));
});
afterAll(async () => {
  await database.end();
  await rm(place, { recursive: true, force: true });
});

/** Ways to a place where file systems can be mounted that nobody else sees, on Linux: as anybody, or as root. */
const apart = [
  ["unshare", "-Urm"],
  ["unshare", "-m"],
] as const;

async function wayApart(): Promise<(typeof apart)[number]> {
  for (const way of apart) {
    const [program, ...options] = way;
    const mount = ["mount", "-t", "tmpfs", "none", place];
    const isOpen = await run(program, [...options, ...mount]).then(
      () => true,
      () => false,
    );
    if (isOpen) return way;
  }
  throw new Error(
    "No small disk can be made here: that takes Linux with user namespaces, or root.",
  );
}

/** Does one job on a file system of so many bytes, which only that process sees. */
async function workOnDiskOf(sizeKb: number, kind: string, id: string) {
  const { directusUrl, workerToken } = stackUnderTest();
  const mounted = `mount -t tmpfs -o size=${sizeKb}k none "$1" && exec "$2" "$3" "$4" "$5"`;
  const [unshare, options] = await wayApart();
  const { stdout } = await run(
    unshare,
    [options, "sh", "-c", mounted, "sh", place, process.execPath, workOnce, kind, id],
    {
      env: {
        PATH: "/usr/bin:/bin:/usr/sbin:/sbin",
        DIRECTUS_URL: directusUrl,
        WORKER_TOKEN: workerToken,
        WORKER_DATA_DIR: place,
        FFMPEG_PATH: ffmpegPath,
      },
    },
  );
  return JSON.parse(stdout) as { error: string | null; left: string[] };
}

/** A job that is in no queue, and that no sweep puts into one. */
async function makeJob(entry: Entry): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `insert into media_jobs (id, user_id, job_type, input_media_id, payload, status, created_at)
     values (gen_random_uuid(), $1, 'watermark', $2, '{"text":"@demo"}', 'queued', now() + interval '1 day')
     returning id`,
    [alice.id, entry.id],
  );
  return rows[0]?.id ?? "";
}

/** As if it had waited for long: the next sweep puts it into its queue. */
const makeOld = (job: string) =>
  database.query("update media_jobs set created_at = now() - interval '5 minutes' where id = $1", [
    job,
  ]);

describe("a job without room on the disk", () => {
  it.each([
    ["the file that it works on", 1_000],
    ["the file that it makes", 3_000],
  ])(
    "for %s says so, leaves nothing, and is done when there is room",
    async (_what, sizeKb) => {
      const entry = await addEntry(alice, noisyPicture(1500), "noise.png");
      const job = await makeJob(entry);
      const { error, left } = await workOnDiskOf(sizeKb, "watermark", job);
      expect([error, left]).toEqual([expect.stringMatching(noRoom), []]);
      expect(await read(alice, `/items/media_jobs/${job}`)).toMatchObject({
        status: "queued",
        error: expect.stringMatching(noRoom),
      });
      const derived = `/items/scraped_media?filter[derived_from]=${entry.id}`;
      const stored = `/files?filter[title][_contains]=${job}`;
      expect([await read(alice, derived), await read(alice, stored)]).toEqual([[], []]);
      await makeOld(job);
      expect(await endOfJob(alice, job)).toMatchObject({ status: "completed", error: null });
      expect([await read(alice, derived), await read(alice, stored)]).toEqual([
        [expect.any(Object)],
        [expect.any(Object)],
      ]);
    },
    180_000,
  );
});

describe("preparing a file without room on the disk", () => {
  it("says nothing of the file, and is done when there is room", async () => {
    signalService("worker", "SIGSTOP");
    let file: string;
    try {
      file = await upload(alice, noisyPicture(1500), "noise.png");
      const { error, left } = await workOnDiskOf(1_000, "prepare-file", file);
      expect([error, left]).toEqual([expect.stringMatching(noRoom), []]);
      expect(await readFileRow(alice, file)).toMatchObject({
        prepared_at: null,
        preparation_problem: null,
      });
    } finally {
      signalService("worker", "SIGCONT");
    }
    await vi.waitFor(
      async () => expect((await readFileRow(alice, file)).prepared_at).not.toBeNull(),
      { timeout: 120_000, interval: 250 },
    );
  });
});
