import { describe, expect, it } from "vitest";
import { readActionStream } from "./action-stream.ts";

const step = { key: "media", step: "read-item", status: "running" };
const end = { status: "done", result: { text: "é\n\nb" }, audit_id: "1", steps: [] };
const text = [
  ": hello",
  `event: step\ndata: ${JSON.stringify(step)}`,
  `event: end\ndata: ${JSON.stringify(end)}`,
  "",
].join("\n\n");

describe("readActionStream", () => {
  it.each([1, 7, 10_000])("says steps and end, in pieces of %i bytes", async (size) => {
    const steps: unknown[] = [];
    expect(await readActionStream(piecesOf(text, size), (one) => steps.push(one))).toEqual(end);
    expect(steps).toEqual([step]);
  });

  it("says that a run may have gone on when the connection breaks", async () => {
    const cut = text.slice(0, text.indexOf("event: end") + 20);
    await expect(readActionStream(piecesOf(cut, 50), () => {})).rejects.toThrow(/may have gone on/);
  });
});

function piecesOf(whole: string, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(whole.replaceAll("\n\n", "\r\n\r\n"));
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, place) =>
    bytes.slice(place * size, (place + 1) * size),
  );
  return new ReadableStream({
    pull: (controller) => {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
}
