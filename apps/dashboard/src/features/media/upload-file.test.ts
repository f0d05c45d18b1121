import { AppError } from "@genie/errors";
import { describe, expect, it } from "vitest";
import { inWords, readStored } from "./upload-file.ts";

const failed = (status: number, body: string) =>
  Object.assign(new Error("tus: unexpected response"), {
    originalResponse: { getStatus: () => status, getBody: () => body },
  });

describe("inWords", () => {
  it("keeps the gate's sentence, and says that it won't change", () => {
    const text = JSON.stringify({ errors: [{ message: "notes.pdf is not a picture." }] });
    const error = inWords(failed(400, text));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "invalid_input", message: "notes.pdf is not a picture." });
  });

  it("lets a file be sent again when the disk was full", () => {
    const text = JSON.stringify({ errors: [{ message: "There is no room for it." }] });
    expect(inWords(failed(507, text))).toMatchObject({
      code: "upstream_unavailable",
      message: "There is no room for it.",
    });
  });

  it("says what is kept when there was no answer", () => {
    const none = Object.assign(new Error("tus: failed to upload"), { originalResponse: null });
    expect(inWords(none)).toMatchObject({ message: expect.stringContaining("kept for a day") });
  });

  it("says what is kept when all of it was sent and could not be made a file yet", () => {
    expect(inWords(failed(423, ""))).toMatchObject({
      code: "upstream_unavailable",
      message: expect.stringContaining("kept for a day"),
    });
  });

  it.each(["<html>", "", '{"errors":[]}'])("has a sentence for an answer like %j", (body) => {
    expect(inWords(failed(502, body))).toMatchObject({
      message: expect.stringContaining("Nothing was saved"),
    });
  });
});

describe("readStored", () => {
  it("reads the file and the type that its bytes have", () => {
    const headers = { "Directus-File-Id": "1", "Genie-File-Type": "video/mp4" };
    expect(readStored(answer(headers))).toEqual({ id: "1", mime: "video/mp4" });
  });

  it("takes an answer that names no file for none", () => {
    expect(readStored(answer({ "Directus-File-Id": "1" }))).toBe(null);
  });
});

function answer(headers: Record<string, string>) {
  return { getHeader: (name: string) => headers[name] };
}
