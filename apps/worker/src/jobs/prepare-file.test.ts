import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import type { JobRun } from "@genie/jobs";
import type { MediaTools } from "@genie/media";
import { expect, it, onTestFinished } from "vitest";
import type { PreparationRecords } from "../media/preparation-records.ts";
import { putOff } from "../testing/fake-job.ts";
import { fakeTools } from "../testing/fake-tools.ts";
import { prepareFileHandler } from "./prepare-file.ts";

const fileId = "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0031";
const damaged = new AppError("invalid_input", "This picture is damaged.");
const away = new AppError("upstream_unavailable", "Directus is away.");
const lost = new AppError("internal", "The program ended.");

async function prepare(
  change: { tools?: Partial<MediaTools>; files?: Partial<PreparationRecords> } = {},
  run: Partial<JobRun<{ fileId: string }>> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "genie-prepare-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const said: unknown[] = [];
  const { tools } = fakeTools();
  const handler = prepareFileHandler({
    folder,
    tools: { ...tools, ...change.tools },
    files: {
      read: async (id) => ({ id, mime: "image/png" }),
      open: async () => ReadableStream.from([new Uint8Array(4)]),
      replace: async (_id, { removed }) => void said.push({ removed }),
      keep: async (_id, size, bytes) => void said.push({ [size]: await bytes.text() }),
      report: async (_id, report) => void said.push(report),
      ...change.files,
    },
  });
  const error: unknown = await handler({
    payload: { fileId },
    attempt: 1,
    lastAttempt: false,
    signal: new AbortController().signal,
    delayUntil: () => {
      throw putOff;
    },
    ...run,
  }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { error, said, left: readdirSync(folder) };
}

const gone = async () => null;
const failing = (reason: unknown) => ({ tools: { renditions: () => Promise.reject(reason) } });

it("keeps all small pictures before it says that the file is prepared", async () => {
  const { error, said, left } = await prepare();
  expect(error).toBeNull();
  expect(said).toEqual([
    { small: "small" },
    { medium: "medium" },
    { large: "large" },
    {
      width: 40,
      height: 30,
      duration_s: null,
      placeholder: "hash",
      perceptual_hash: "00ff00ff00ff00ff",
    },
  ]);
  expect(left).toEqual([]);
});

it("puts what is left in the place of a file that says more than its picture", async () => {
  const { tools } = fakeTools();
  const facts = await tools.inspect("", { signal: new AbortController().signal });
  const { said } = await prepare({
    tools: { inspect: async () => ({ ...facts, metadata: ["location"] }) },
  });
  expect(said[0]).toEqual({ removed: ["location"] });
});

it("says in a sentence what can't be prepared, and does not try it again", async () => {
  const { error, said, left } = await prepare(failing(damaged));
  expect([error, said, left]).toEqual([
    null,
    [{ problem: "This picture is damaged.", is_clean: true }],
    [],
  ]);
});

it.each<[string, Partial<MediaTools>]>([
  ["could not be looked at", { inspect: () => Promise.reject(damaged) }],
  ["could not be taken out", { strip: () => Promise.reject(damaged) }],
])("does not say that nothing is left in a file when what it says %s", async (_what, tools) => {
  const facts = await fakeTools().tools.inspect("", { signal: new AbortController().signal });
  const { said } = await prepare({
    tools: { inspect: async () => ({ ...facts, metadata: ["location"] }), ...tools },
  });
  expect(said).toEqual([{ problem: "This picture is damaged.", is_clean: false }]);
});

it("tries again what may be no fault of the file, and gives it up after the last time", async () => {
  expect(await prepare(failing(lost))).toEqual({ error: lost, said: [], left: [] });
  const { error, said } = await prepare(failing(lost), { lastAttempt: true });
  expect([error, said]).toEqual([null, [{ problem: "The program ended.", is_clean: true }]]);
});

it("leaves what could not be reached or had no room to the sweep, even after the last time", async () => {
  const { error, said } = await prepare(failing(away), { lastAttempt: true });
  expect([error, said]).toEqual([away, []]);
});

it("does nothing for a file that is gone or prepared, then or by now", async () => {
  expect(await prepare({ files: { read: gone } })).toEqual({ error: null, said: [], left: [] });
  let reads = 0;
  const { error, said } = await prepare({
    ...failing(away),
    files: {
      read: async (id) => {
        reads += 1;
        return reads === 1 ? { id, mime: "image/png" } : null;
      },
    },
  });
  expect([error, said]).toEqual([null, []]);
});

it("is put off when the worker stops", async () => {
  const { error, said } = await prepare({}, { signal: AbortSignal.abort() });
  expect([error, said]).toEqual([putOff, []]);
});
