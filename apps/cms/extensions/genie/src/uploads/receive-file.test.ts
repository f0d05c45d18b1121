import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Request } from "express";
import { describe, expect, it } from "vitest";
import { receiveFile } from "./receive-file.ts";
import { png } from "../testing/pictures.ts";
import { sniffMedia } from "./sniff-media.ts";

const signature = png();

/** A request with a form of one file. */
async function requestOf(form: FormData): Promise<Request> {
  const { headers, body } = new Response(form);
  const content = await new Response(body).arrayBuffer();
  const stream = Readable.from([Buffer.from(content)]);
  return Object.assign(stream, {
    headers: { "content-type": headers.get("content-type") },
  }) as unknown as Request;
}

function formOf(content: Buffer, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([new Uint8Array(content)]), "picture.png");
  return form;
}

describe("receiveFile", () => {
  it("hands over the file with the fields before it", async () => {
    const request = await requestOf(formOf(signature, { title: "Hello" }));
    const received = await receiveFile(request, async ({ stream, filename, fields }) => ({
      filename,
      fields,
      bytes: await buffer(stream),
    }));
    expect(received).toEqual({
      filename: "picture.png",
      fields: { title: "Hello" },
      bytes: signature,
    });
  });

  it("fails with what was wrong when a file is longer than it may be", async () => {
    const content = Buffer.concat([signature, Buffer.alloc(100_000)]);
    const request = await requestOf(formOf(content));
    const received = receiveFile(request, async ({ stream, filename }) => {
      const media = await sniffMedia(stream, filename, 10_000);
      return buffer(media.stream);
    });
    await expect(received).rejects.toThrow("picture.png is larger than");
  });

  it("refuses what is no form", async () => {
    const request = { headers: { "content-type": "application/json" } } as Request;
    await expect(receiveFile(request, async () => null)).rejects.toThrow(
      "Send the file as multipart/form-data.",
    );
  });

  it("fails when storing fails", async () => {
    const request = await requestOf(formOf(signature));
    await expect(
      receiveFile(request, async () => {
        throw new Error("The disk is full.");
      }),
    ).rejects.toThrow("The disk is full.");
  });
});
