import { AppError } from "@genie/errors";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gcmEncrypt } from "./aes-gcm.ts";
import { associatedData, type SealContext } from "./associated-data.ts";
import { hkdfSha256 } from "./hkdf-sha256.ts";
import { generateKey, parseKeyRing } from "./key-ring.ts";
import { open, reseal, seal, sealedKeyId } from "./seal.ts";
import { decodeFrame, encodeFrame, encodeHeader } from "./wire-format.ts";

const oldKey = generateKey();
const newKey = generateKey();
const ring = parseKeyRing(`1:${oldKey}`, "1");
const context: SealContext = {
  collection: "platform_profiles",
  field: "credentials",
  rowId: "2c2f3a7e-9d6b-4f0e-8a51-0c1d2e3f4a5b",
  ownerId: "7e57ab1e-0000-4000-8000-000000000001",
};

const text = fc.string({ unit: "binary", maxLength: 2000 });
const blob = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((array) => Buffer.from(array));
const part = fc.string({ unit: "binary", maxLength: 20 });
const anyContext: fc.Arbitrary<SealContext> = fc.record({
  collection: part,
  field: part,
  rowId: part,
  ownerId: part,
});

describe("seal and open", () => {
  it("give back any text in any context", () => {
    fc.assert(
      fc.property(text, anyContext, (plaintext, where) => {
        expect(open(ring, seal(ring, plaintext, where), where)).toBe(plaintext);
      }),
      { numRuns: 1000 },
    );
  });

  it("open what the first release sealed: the wire format does not drift", () => {
    const sealed =
      "cb1.AQEAAAAH32giKvVtYpyHAECRultgNRRLoZMI6XbIMz83cLMhZiWs4KFQs2Ik9gfr9kwg_FrEHHo1EtnFCalDiCTTWur3n-OfD7MVH7NlP0od6nsFZPRw2X3esVQYgQvFXVnThslt_mmfnRHpLEYD7A";
    const where = { ...context, rowId: "row", ownerId: "owner" };
    expect(
      open(parseKeyRing("7:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "7"), sealed, where),
    ).toBe("pässword 🔑");
  });

  it("give back a text of a megabyte", () => {
    const plaintext = "é".repeat(500_000);
    expect(open(ring, seal(ring, plaintext, context), context)).toBe(plaintext);
  });

  it("add 98 bytes and nothing readable", () => {
    const sealed = seal(ring, "correct horse", context);
    expect(sealed).toMatch(/^cb1\.[A-Za-z0-9_-]+$/);
    expect(Buffer.from(sealed.slice(4), "base64url")).toHaveLength(98 + 13);
    expect(Buffer.from(sealed.slice(4), "base64url").includes("correct")).toBe(false);
  });

  it("never repeat a salt, a nonce, a commitment or a ciphertext", () => {
    const count = 3000;
    const frames = Array.from({ length: count }, () =>
      decodeFrame(seal(ring, "one and the same", context)),
    );
    for (const field of ["salt", "nonce", "commitment", "ciphertext"] as const) {
      expect(new Set(frames.map((frame) => frame?.[field].toString("hex"))).size).toBe(count);
    }
  });

  it.each([
    ["plaintext", "half \ud800", context],
    ["context", "whole", { ...context, rowId: "\udc00" }],
  ])("refuse a broken surrogate in the %s, which UTF-8 would not keep", (_place, plain, where) => {
    expect(() => seal(ring, plain, where)).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
  });

  it("open what an older key sealed after a rotation, and seal with the new one", () => {
    const before = seal(ring, "old secret", context);
    const rotated = parseKeyRing(`2:${newKey},1:${oldKey}`, "2");
    const after = seal(rotated, "new secret", context);
    expect([sealedKeyId(before), sealedKeyId(after)]).toEqual([1, 2]);
    expect(open(rotated, before, context)).toBe("old secret");
    expect(open(rotated, after, context)).toBe("new secret");
  });
});

describe("reseal", () => {
  it("gives the same secret under the primary key, for the same place alone", () => {
    const both = parseKeyRing(`2:${newKey},1:${oldKey}`, "2");
    const again = reseal(both, seal(ring, "the secret", context), context);
    expect(open(parseKeyRing(`2:${newKey}`, "2"), again, context)).toBe("the secret");
    expect(opensOrTells(again, { ...context, rowId: "another" }, both)).toBe(false);
  });

  it("refuses what does not open, in the words of open", () => {
    const sealed = seal(ring, "the secret", context);
    expect(() => reseal(ring, sealed, { ...context, ownerId: "another" })).toThrow(
      expect.objectContaining({ code: "unopenable" }),
    );
  });
});

describe("open refuses, always in the same words,", () => {
  const sealed = seal(ring, "the secret", context);
  const bytes = Buffer.from(sealed.slice(4), "base64url");

  it("every single-bit flip", () => {
    const flips = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      return toText(flipped);
    });
    expect(flips).toHaveLength(864);
    expect(flips.filter((text) => opensOrTells(text))).toEqual([]);
  });

  it("every truncation, of the text and of the bytes", () => {
    const cuts = [
      ...Array.from({ length: sealed.length }, (_, length) => sealed.slice(0, length)),
      ...Array.from({ length: sealed.length }, (_, length) => sealed.slice(length + 1)),
      ...Array.from({ length: bytes.length }, (_, length) => toText(bytes.subarray(0, length))),
    ];
    expect(cuts.filter((text) => opensOrTells(text))).toEqual([]);
  });

  it("spellings of the same bytes that seal does not make", () => {
    const spellings = [
      `CB1.${sealed.slice(4)}`,
      `cb2.${sealed.slice(4)}`,
      sealed.slice(4),
      `${sealed}=`,
      `cb1.${bytes.toString("base64").padEnd(sealed.length - 3, "=")}`,
      ` ${sealed}`,
      `${sealed}\n`,
      `${sealed.slice(0, 40)} ${sealed.slice(40)}`,
      `${sealed}A`,
    ];
    expect(spellings.filter((text) => opensOrTells(text))).toEqual([]);
  });

  it("a last character whose unused bits are set", () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const others = ["", "a", "ab"]
      .map((plain) => seal(ring, plain, context))
      .flatMap((value) =>
        Array.from(alphabet, (last) => value.slice(0, -1) + last).filter((text) => text !== value),
      );
    expect(others).toHaveLength(3 * 63);
    expect(others.filter((text) => opensOrTells(text))).toEqual([]);
  });

  it("100,000 random texts and bytes, with and without a valid start", () => {
    const junk = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      blob(0, 300).map((end) => toText(end)),
      blob(92, 300).map((end) => toText(Buffer.concat([bytes.subarray(0, 6), end]))),
      blob(1, 60).map((end) => toText(Buffer.concat([bytes.subarray(0, 82), end]))),
    );
    const property = fc.property(junk, (text) => !opensOrTells(text));
    expect(fc.check(property, { numRuns: 100_000 })).toMatchObject({ failed: false });
  });

  it.each(["collection", "field", "rowId", "ownerId"] as const)("another %s", (name) => {
    for (const value of ["another", "", `${context[name]}\0`, `${context[name]} `, "\ud800"]) {
      expect(opensOrTells(sealed, { ...context, [name]: value })).toBe(false);
    }
  });

  it("any other context", () => {
    const property = fc.property(anyContext, anyContext, (here, there) => {
      fc.pre(JSON.stringify(here) !== JSON.stringify(there));
      return !opensOrTells(seal(ring, "x", here), there);
    });
    expect(fc.check(property, { numRuns: 1000 })).toMatchObject({ failed: false });
  });

  it("a context that joins up to the same text", () => {
    const split = seal(ring, "x", { ...context, collection: "ab", field: "c" });
    expect(opensOrTells(split, { ...context, collection: "a", field: "bc" })).toBe(false);
    const property = fc.property(anyContext, fc.nat(), (here, cut) => {
      const joined = here.rowId + here.ownerId;
      const at = cut % (joined.length + 1);
      fc.pre(at !== here.rowId.length);
      const there = { ...here, rowId: joined.slice(0, at), ownerId: joined.slice(at) };
      return !opensOrTells(seal(ring, "x", here), there);
    });
    expect(fc.check(property, { numRuns: 1000 })).toMatchObject({ failed: false });
  });

  it.each([
    ["the right commitment, as a control", 0, true],
    ["a commitment to another key, though the tag fits", 1, false],
  ])("a value with %s", (_case, change, opens) => {
    const salt = Buffer.alloc(32, 1);
    const derived = hkdfSha256(
      Buffer.from(oldKey, "base64"),
      salt,
      "genie-helper/v1 enc+commit",
      64,
    );
    const key = derived.subarray(0, 32);
    const nonce = Buffer.alloc(12, 2);
    const commitment = derived.subarray(32).map((byte) => byte ^ change);
    const header = encodeHeader({ keyId: 1, salt, commitment: Buffer.from(commitment), nonce });
    const aad = associatedData(header, context) ?? Buffer.alloc(0);
    const { ciphertext, tag } = gcmEncrypt({ key, nonce, aad }, Buffer.from("x"));
    expect(opensOrTells(encodeFrame(header, ciphertext, tag))).toBe(opens);
  });

  it("another key of the same id", () => {
    expect(opensOrTells(sealed, context, parseKeyRing(`1:${newKey}`, "1"))).toBe(false);
  });

  it("a value whose key has left the ring", () => {
    expect(opensOrTells(sealed, context, parseKeyRing(`2:${newKey}`, "2"))).toBe(false);
  });

  it.each([
    ["another key", newKey],
    ["the very key under another id", oldKey],
  ])("a value whose key id was changed to that of %s", (_case, second) => {
    const renumbered = Buffer.from(bytes);
    renumbered.writeUInt32BE(2, 2);
    const masters = new Map([
      ...parseKeyRing(`2:${second}`, "2").masters,
      ...parseKeyRing(`1:${oldKey}`, "1").masters,
    ]);
    const both = { primaryId: 1, masters };
    expect(opensOrTells(sealed, context, both)).toBe(true);
    expect(opensOrTells(toText(renumbered), context, both)).toBe(false);
  });
});

describe("sealedKeyId", () => {
  it.each(["", "cb1.", "secret", "cb1.AQEAAAAB"])("refuses %j, which is not sealed", (text) => {
    expect(() => sealedKeyId(text)).toThrow(expect.objectContaining({ code: "unopenable" }));
  });

  it.each([0, 1])("refuses another version or suite in byte %i", (at) => {
    const bytes = Buffer.from(seal(ring, "x", context).slice(4), "base64url");
    bytes.writeUInt8(2, at);
    expect(() => sealedKeyId(toText(bytes))).toThrow(
      expect.objectContaining({ code: "unopenable" }),
    );
  });
});

/** False when `open` throws its one refusal without any detail, true for all else. */
function opensOrTells(sealed: string, where: SealContext = context, keys = ring): boolean {
  try {
    open(keys, sealed, where);
    return true;
  } catch (error) {
    return !(
      error instanceof AppError &&
      error.code === "unopenable" &&
      error.cause === undefined &&
      error.message ===
        "A stored secret could not be opened. Enter it again, or check the sealing keys."
    );
  }
}

function toText(bytes: Buffer): string {
  return `cb1.${bytes.toString("base64url")}`;
}
