import { describe, expect, it } from "vitest";
import { readAnswer } from "./upload-file.ts";

const id = "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c1001";

describe("readAnswer", () => {
  it("a stored file has its id and the type that its bytes have", () => {
    const text = JSON.stringify({ data: { id, type: "image/png", width: 8 } });
    expect(readAnswer(200, text)).toEqual({ id, mime: "image/png" });
  });

  it("a refusal keeps the gate's sentence", () => {
    const text = JSON.stringify({ errors: [{ message: "notes.pdf is not a picture." }] });
    expect(() => readAnswer(400, text)).toThrow("notes.pdf is not a picture.");
  });

  it.each([
    [200, "<html>"],
    [502, ""],
    [200, '{"data":{"id":"nonsense","type":"image/png"}}'],
  ])("what can't be read is no stored file: %i %s", (status, text) => {
    expect(() => readAnswer(status, text)).toThrow(/Nothing was saved/);
  });
});
