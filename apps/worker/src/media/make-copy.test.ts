import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SourceMedia, WorkerJob } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { MediaTools } from "@genie/media";
import { expect, it, onTestFinished } from "vitest";
import { watermarkHandler } from "../jobs/watermark.ts";
import type { LibraryRecords } from "../library/library-records.ts";
import { profileId } from "../testing/fake-account.ts";
import { fakeJob, jobId } from "../testing/fake-job.ts";
import { fakeLibrary } from "../testing/fake-library.ts";
import { fakeTools } from "../testing/fake-tools.ts";
import { keptLog } from "../testing/kept-log.ts";

const source: SourceMedia = {
  id: "original",
  ownerId: "owner",
  profileId,
  mediaType: "image",
  caption: "a caption",
  altText: "a grey square",
  tags: ["tag"],
  file: { id: "file-0", mime: "image/png", name: "photo.png", sizeBytes: 4 },
};
const away = new AppError("upstream_unavailable", "Directus is away.");
const calledOff = new AppError("conflict", "This work was called off.");

type Change = {
  row?: SourceMedia | null;
  library?: Partial<LibraryRecords>;
  tools?: Partial<MediaTools>;
  job?: Partial<WorkerJob>;
  /** What the job's row says when it is read once more. */
  laterStatus?: WorkerJob["status"];
};

async function mark({ row = source, laterStatus, ...change }: Change = {}) {
  const folder = mkdtempSync(join(tmpdir(), "genie-copy-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { library, entries, files } = fakeLibrary();
  const { tools, asked } = fakeTools();
  const { jobs, changes, run } = fakeJob({
    type: "watermark",
    inputMediaId: "original",
    options: { text: "@demo" },
    ...change.job,
  });
  let reads = 0;
  const handler = watermarkHandler({
    jobs: {
      ...jobs,
      read: async (id) => {
        const read = await jobs.read(id);
        reads += 1;
        return read && { ...read, ...(reads > 1 && laterStatus && { status: laterStatus }) };
      },
    },
    log: keptLog().log,
    folder,
    tools: { ...tools, ...change.tools },
    library: {
      ...library,
      readSource: async () => row,
      openFile: async () => ReadableStream.from([new Uint8Array(4)]),
      ...change.library,
    },
  });
  const start = () =>
    handler(run).then(
      () => null,
      (thrown: unknown) => thrown,
    );
  const error = await start();
  const left = readdirSync(folder);
  return { error, changes, entries, files, asked, left, library, again: start };
}

it("keeps whose the picture is, and what was said about it", async () => {
  const { error, changes, entries, files, left } = await mark();
  expect(error).toBeNull();
  expect(entries).toMatchObject([
    {
      ownerId: "owner",
      profileId,
      source: "derived",
      derivedFrom: "original",
      madeBy: jobId,
      mediaType: "image",
      caption: "a caption",
      altText: "a grey square",
      tags: ["tag"],
      width: 40,
      height: 30,
    },
  ]);
  expect([...files.values()]).toMatchObject([{ name: "watermarked-photo.webp" }]);
  const done = { result: { media_id: entries[0]?.id, width: 40, height: 30 } };
  expect(changes.at(-1)).toEqual({ completed: { ...done, outputMediaId: entries[0]?.id } });
  expect(left).toEqual([]);
});

it.each<[string, SourceMedia | null, RegExp]>([
  ["was removed", null, /was removed/],
  ["has no file", { ...source, file: null }, /no file/],
  ["is a text", withFile({ mime: "text/plain" }), /Only pictures and videos/],
])("says so when the entry %s, and makes nothing", async (_what, row, sentence) => {
  const { changes, entries, files } = await mark({ row });
  expect(changes.at(-1)).toEqual({ failed: expect.stringMatching(sentence) });
  expect([entries, files.size]).toEqual([[], 0]);
});

it.each<[string, Change]>([
  ["the entry can't be made", { library: { add: () => Promise.reject(away) } }],
  ["the file can't be stored", { library: { upload: () => Promise.reject(away) } }],
  ["the tools fail", { tools: { watermark: () => Promise.reject(away) } }],
])("leaves nothing behind when %s, and is tried again", async (_what, change) => {
  const { error, changes, entries, files, left } = await mark(change);
  expect(error).toBe(away);
  expect(changes.at(-1)).toEqual({ queued: "Directus is away." });
  expect([entries, files.size, left]).toEqual([[], 0, []]);
});

it("makes no second entry when it is begun again after the first was made", async () => {
  const { changes, entries, again } = await mark();
  await again();
  expect(entries).toHaveLength(1);
  expect(changes.at(-1)).toEqual({
    completed: { result: { media_id: entries[0]?.id }, outputMediaId: entries[0]?.id },
  });
});

it("uses the file that a killed try has stored, and makes no other", async () => {
  const { changes, entries, asked } = await mark({
    library: { findUnused: async () => new Map([[`watermark ${jobId}`, "stored"]]) },
  });
  expect(asked).toEqual([]);
  expect(entries).toMatchObject([{ fileIds: ["stored"], width: null }]);
  expect(changes.at(-1)).toMatchObject({ completed: { outputMediaId: entries[0]?.id } });
});

it("deletes what a killed try has stored of work that was called off since", async () => {
  const deleted: string[] = [];
  const { changes, entries } = await mark({
    job: { status: "cancelled" },
    library: {
      findUnused: async () => new Map([[`watermark ${jobId}`, "stored"]]),
      deleteUnused: async (ids) => void deleted.push(...ids),
    },
  });
  expect([changes, entries, deleted]).toEqual([[], [], ["stored"]]);
});

it("ends without a word when it was called off before its entry was made", async () => {
  const { error, changes, files } = await mark({
    laterStatus: "cancelled",
    library: { add: async () => "exists" },
  });
  expect([error, changes, files.size]).toEqual([null, [{ active: 1 }], 0]);
});

it("ends without a word when it was called off in the middle", async () => {
  const { error, changes, left } = await mark({
    laterStatus: "cancelled",
    tools: { watermark: () => Promise.reject(calledOff) },
  });
  expect([error, changes, left]).toEqual([null, [{ active: 1 }], []]);
});

function withFile(change: Partial<NonNullable<SourceMedia["file"]>>): SourceMedia {
  return { ...source, file: source.file && { ...source.file, ...change } };
}
