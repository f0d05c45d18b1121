import { createCipheriv } from "node:crypto";
import { describe, expect, it } from "vitest";
import vectors from "../vectors/aes_256_gcm_96_test.json" with { type: "json" };
import { gcmDecrypt, gcmEncrypt } from "./aes-gcm.ts";

const hex = (text: string) => Buffer.from(text, "hex");

const cases = vectors.testGroups.flatMap((group) => group.tests);
const valid = cases.filter((test) => test.result === "valid");
const invalid = cases.filter((test) => test.result === "invalid");

describe("AES-256-GCM", () => {
  it("runs all 66 Wycheproof vectors", () => {
    expect([valid.length, invalid.length]).toEqual([39, 27]);
  });

  it.each(valid)("encrypts and decrypts valid vector $tcId", (test) => {
    const input = { key: hex(test.key), nonce: hex(test.iv), aad: hex(test.aad) };
    const output = gcmEncrypt(input, hex(test.msg));
    expect(output.ciphertext.toString("hex")).toBe(test.ct);
    expect(output.tag.toString("hex")).toBe(test.tag);
    expect(gcmDecrypt(input, output)?.toString("hex")).toBe(test.msg);
  });

  it.each(invalid)("refuses invalid vector $tcId: $comment", (test) => {
    const input = { key: hex(test.key), nonce: hex(test.iv), aad: hex(test.aad) };
    expect(gcmDecrypt(input, { ciphertext: hex(test.ct), tag: hex(test.tag) })).toBeUndefined();
  });

  it.each([4, 8, 12, 13, 14, 15])("refuses a correct tag cut to %i bytes", (tagBytes) => {
    const input = { key: Buffer.alloc(32, 1), nonce: Buffer.alloc(12, 2), aad: Buffer.alloc(0) };
    const cipher = createCipheriv("aes-256-gcm", input.key, input.nonce, {
      authTagLength: tagBytes,
    });
    cipher.setAAD(input.aad);
    const ciphertext = Buffer.concat([cipher.update("a secret"), cipher.final()]);
    expect(gcmDecrypt(input, { ciphertext, tag: cipher.getAuthTag() })).toBeUndefined();
    expect(
      gcmDecrypt(input, { ciphertext, tag: gcmEncrypt(input, Buffer.from("a secret")).tag }),
    ).toEqual(Buffer.from("a secret"));
  });

  it("refuses a nonce that is not 12 bytes", () => {
    const input = { key: Buffer.alloc(32, 1), nonce: Buffer.alloc(16, 2), aad: Buffer.alloc(0) };
    expect(gcmDecrypt(input, gcmEncrypt(input, Buffer.from("a secret")))).toBeUndefined();
  });
});
