import { describe, expect, it, vi } from "vitest";
import type { SendOptions } from "./upload-file.ts";
import { createUploads, type Uploads } from "./uploads.ts";

describe("createUploads", () => {
  it("sends two files at a time, and all of them in the end", async () => {
    const going: (() => void)[] = [];
    let most = 0;
    let now = 0;
    const uploads = createUploads({
      send: async (sent) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise<void>((resolve) => going.push(resolve));
        now -= 1;
        return { id: sent.name, mime: "image/png" };
      },
      keep: ({ id }) => Promise.resolve(`media of ${id}`),
      discard: () => Promise.resolve(),
    });
    uploads.add([file("a"), file("b"), file("c")]);
    expect(states(uploads)).toEqual(["sending", "sending", "waiting"]);
    going[0]?.();
    await expect.poll(() => states(uploads)).toEqual(["done", "sending", "sending"]);
    going[1]?.();
    going[2]?.();
    await expect.poll(() => states(uploads)).toEqual(["done", "done", "done"]);
    expect(uploads.list().map(({ mediaId }) => mediaId)).toEqual([
      "media of a",
      "media of b",
      "media of c",
    ]);
    expect(most).toBe(2);
  });

  it("a stored file that gets no entry is removed again, and the reason is kept", async () => {
    const reason = new Error("no room");
    const discard = vi.fn<() => Promise<void>>(() => Promise.reject(new Error("also broken")));
    const uploads = createUploads({
      send: () => Promise.resolve({ id: "stored", mime: "image/png" }),
      keep: () => Promise.reject(reason),
      discard,
    });
    uploads.add([file("a")]);
    await expect.poll(() => states(uploads)).toEqual(["failed"]);
    expect(uploads.list()[0]?.error).toBe(reason);
    expect(discard).toHaveBeenCalledWith({ id: "stored", mime: "image/png" });
  });

  it("tells how far a file is, and that it waits for a connection that was cut", async () => {
    const end = Promise.withResolvers<void>();
    let sending: SendOptions | undefined;
    const uploads = createUploads({
      send: async (_file, options) => {
        sending = options;
        await end.promise;
        return { id: "1", mime: "image/png" };
      },
      keep: () => Promise.resolve("media"),
      discard: () => Promise.resolve(),
    });
    uploads.add([file("a")]);
    sending?.onInterrupted();
    expect(uploads.list()[0]).toMatchObject({ isInterrupted: true, sentBytes: 0 });
    sending?.onProgress(1);
    expect(uploads.list()[0]).toMatchObject({ isInterrupted: false, sentBytes: 1, sizeBytes: 1 });
    end.resolve();
    await expect.poll(() => states(uploads)).toEqual(["done"]);
  });

  it("a refused file can be sent again", async () => {
    let refused = true;
    const uploads = createUploads({
      send: () =>
        refused
          ? Promise.reject(new Error("busy"))
          : Promise.resolve({ id: "1", mime: "image/png" }),
      keep: () => Promise.resolve("media"),
      discard: () => Promise.resolve(),
    });
    uploads.add([file("a")]);
    await expect.poll(() => states(uploads)).toEqual(["failed"]);
    refused = false;
    uploads.retry(uploads.list()[0]?.id ?? "");
    await expect.poll(() => states(uploads)).toEqual(["done"]);
  });

  it("stopping one that was just stored leaves no entry and no file", async () => {
    const sent = Promise.withResolvers<void>();
    const discard = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const keep = vi.fn<() => Promise<string>>(() => Promise.resolve("media"));
    const uploads = createUploads({
      send: async () => {
        await sent.promise;
        return { id: "stored", mime: "image/png" };
      },
      keep,
      discard,
    });
    uploads.add([file("a")]);
    uploads.remove(uploads.list()[0]?.id ?? "");
    sent.resolve();
    await expect.poll(() => discard.mock.calls.length).toBe(1);
    expect(keep).not.toHaveBeenCalled();
    expect(uploads.list()).toEqual([]);
  });
});

const file = (name: string) => new File(["x"], name);
const states = (uploads: Uploads) => uploads.list().map(({ state }) => state);
