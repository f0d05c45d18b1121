import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { peek } from "./peek.ts";

describe("peek", () => {
  it.each([1, 7, 50, 100])("leaves every byte where it was, after the first %i", async (size) => {
    const content = Buffer.from(Array.from({ length: 100 }, (_value, index) => index));
    const body = new PassThrough({ highWaterMark: 8 });
    const written = (async () => {
      for (let at = 0; at < 100; at += 5) {
        body.write(content.subarray(at, at + 5));
        await new Promise((resolve) => setImmediate(resolve));
      }
      body.end();
    })();
    expect((await peek(body, size))?.equals(content.subarray(0, size))).toBe(true);
    expect((await buffer(body)).equals(content)).toBe(true);
    await written;
  });

  it("knows of nothing when the body breaks off", async () => {
    const body = new PassThrough();
    body.write("abc");
    const head = peek(body, 10);
    body.destroy();
    expect(await head).toBe(null);
  });
});
