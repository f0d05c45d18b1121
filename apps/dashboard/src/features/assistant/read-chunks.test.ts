import { describe, expect, it } from "vitest";
import type { ChatChunk } from "./add-chunk.ts";
import { readChunks } from "./read-chunks.ts";

const lines = [
  { type: "start", messageId: "m" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "Grüße 🌊" },
  { type: "text-end", id: "t" },
  { type: "error", errorText: "It broke." },
];
const stream = `${lines.map((line) => `data: ${JSON.stringify(line)}\n\n`).join("")}: still here\n\ndata: {nonsense\n\ndata: [DONE]\n\n`;

async function read(bytes: Uint8Array<ArrayBuffer>, size: number): Promise<ChatChunk[]> {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      for (let at = 0; at < bytes.length; at += size) {
        controller.enqueue(bytes.slice(at, at + size));
      }
      controller.close();
    },
  });
  const chunks: ChatChunk[] = [];
  for await (const chunk of readChunks(body)) chunks.push(chunk);
  return chunks;
}

describe("readChunks", () => {
  it.each([1, 2, 3, 7, 1_000])("reads them in pieces of %i bytes", async (size) => {
    expect(await read(new TextEncoder().encode(stream), size)).toEqual([
      { type: "text-start" },
      { type: "text-delta", delta: "Grüße 🌊" },
      { type: "error", errorText: "It broke." },
    ]);
  });

  it("tells an answer that broke off from one that is whole", async () => {
    const half = new TextEncoder().encode(stream.slice(0, stream.indexOf("data: [DONE]")));
    await expect(read(half, 1_000)).rejects.toThrow("broke off");
  });
});
