import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import type { Disk } from "./directus-storage.ts";
import { storeWhole } from "./store-whole.ts";

const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });

/** A disk in memory that has this file. */
function diskWith(files: Map<string, string>, change: { write?: Disk["write"] } = {}) {
  return {
    write: async (path: string, content: Readable) =>
      void files.set(path, String(await buffer(content))),
    stat: async (path: string) => ({ size: files.get(path)?.length ?? 0, modified: new Date(0) }),
    move: async (from: string, to: string) => {
      files.set(to, files.get(from) ?? "");
      files.delete(from);
    },
    delete: async (path: string) => void files.delete(path),
    ...change,
  };
}

const request = (stream: Readable) => ({
  path: "a.png",
  partPath: "a.part",
  type: "image/png",
  stream,
});

it("puts a file in the place of another", async () => {
  const files = new Map([["a.png", "old"]]);
  const size = await storeWhole(diskWith(files), request(Readable.from([Buffer.from("newer")])));
  expect([size, [...files]]).toEqual([5, [["a.png", "newer"]]]);
});

it("keeps what was there when there is no room, and says so", async () => {
  const files = new Map([["a.png", "old"]]);
  const disk = diskWith(files, {
    write: async (path) => {
      files.set(path, "ne");
      throw full;
    },
  });
  await expect(storeWhole(disk, request(Readable.from([Buffer.from("newer")])))).rejects.toThrow(
    "There is no room left where files are kept. Nothing was changed",
  );
  expect([...files]).toEqual([["a.png", "old"]]);
});

it("keeps what was there when the new one does not arrive whole", async () => {
  const files = new Map([["a.png", "old"]]);
  const broken = Readable.from(cutOff());
  await expect(storeWhole(diskWith(files), request(broken))).rejects.toThrow("went away");
  expect([...files]).toEqual([["a.png", "old"]]);
});

async function* cutOff() {
  yield Buffer.from("ne");
  throw new Error("The caller went away.");
}
