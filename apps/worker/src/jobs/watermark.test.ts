import type { SourceMedia } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { expect, it } from "vitest";
import type { LibraryRecords } from "../library/library-records.ts";
import { profileId } from "../testing/fake-account.ts";
import { fakeJob } from "../testing/fake-job.ts";
import { fakeLibrary } from "../testing/fake-library.ts";
import { keptLog } from "../testing/kept-log.ts";
import { watermarkHandler } from "./watermark.ts";

// 40 by 40 pixels, grey.
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAIAAAADnC86AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAARUlEQVRYhe3NMQEAIADDsEpHOvcQUJ7GQDifUGxBmx7FGrxqFWvwqlWswatWsQavWsUavGoVa/CqVazBq1axBq9axcdyAcSEYIjuKckRAAAAAElFTkSuQmCC",
  "base64",
);

const source: SourceMedia = {
  id: "original",
  ownerId: "owner",
  profileId,
  mediaType: "image",
  caption: "a caption",
  altText: "a grey square",
  tags: ["tag"],
  file: { id: "file-0", mime: "image/png", name: "photo.png", sizeBytes: picture.length },
};

async function mark(row: SourceMedia | null, change: Partial<LibraryRecords> = {}) {
  const { library, entries, files } = fakeLibrary();
  const { jobs, changes, run } = fakeJob({
    type: "watermark",
    inputMediaId: "original",
    options: { text: "@demo" },
  });
  const handler = watermarkHandler({
    jobs,
    log: keptLog().log,
    library: {
      ...library,
      readSource: async () => row,
      openFile: async () => ReadableStream.from([picture]),
      ...change,
    },
  });
  const error: unknown = await handler(run).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { error, changes, entries, files };
}

it("keeps whose the picture is, and what was said about it", async () => {
  const { error, changes, entries, files } = await mark(source);
  expect(error).toBeNull();
  expect(entries).toMatchObject([
    {
      ownerId: "owner",
      profileId,
      source: "derived",
      derivedFrom: "original",
      mediaType: "image",
      caption: "a caption",
      altText: "a grey square",
      tags: ["tag"],
      width: 40,
      height: 40,
    },
  ]);
  expect([...files.values()]).toMatchObject([{ name: "watermarked-photo.png" }]);
  const done = { result: { media_id: entries[0]?.id, width: 40, height: 40 } };
  expect(changes.at(-1)).toEqual({ completed: { ...done, outputMediaId: entries[0]?.id } });
});

it.each<[string, SourceMedia | null, RegExp]>([
  ["was removed", null, /was removed/],
  ["has no file", { ...source, file: null }, /no file/],
  ["is a video", withFile({ mime: "video/mp4" }), /Only pictures/],
  ["is too large", withFile({ sizeBytes: 60_000_000 }), /larger than 50 MB/],
])("says so when the picture %s, and makes nothing", async (_what, row, sentence) => {
  const { changes, entries, files } = await mark(row);
  expect(changes.at(-1)).toEqual({ failed: expect.stringMatching(sentence) });
  expect(entries).toEqual([]);
  expect(files.size).toBe(0);
});

it("leaves no file behind when the entry can't be made", async () => {
  const away = new AppError("upstream_unavailable", "Directus is away.");
  const { error, changes, files } = await mark(source, { add: () => Promise.reject(away) });
  expect(error).toBe(away);
  expect(changes.at(-1)).toEqual({ queued: "Directus is away." });
  expect(files.size).toBe(0);
});

function withFile(change: Partial<NonNullable<SourceMedia["file"]>>): SourceMedia {
  return { ...source, file: source.file && { ...source.file, ...change } };
}
