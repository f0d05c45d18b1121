import { gcmNonceBytes, gcmTagBytes } from "./aes-gcm.ts";

/**
 * `cb1.` and base64url without padding of
 *
 *     off len  field
 *      0   1   version = 1
 *      1   1   suite   = 1 (HKDF-SHA256, AES-256-GCM, 16-byte tag, committed)
 *      2   4   key id  (uint32, big endian)
 *      6  32   salt
 *     38  32   commitment
 *     70  12   nonce
 *     82   n   ciphertext
 *      …  16   tag
 *
 * The header is everything before the ciphertext, and is authenticated.
 */
export type Frame = {
  header: Buffer;
  keyId: number;
  salt: Buffer;
  commitment: Buffer;
  nonce: Buffer;
  ciphertext: Buffer;
  tag: Buffer;
};

export const wirePrefix = "cb1.";
export const saltBytes = 32;
export const commitmentBytes = 32;

const version = 1;
const suite = 1;
const saltAt = 6;
const commitmentAt = saltAt + saltBytes;
const nonceAt = commitmentAt + commitmentBytes;
const ciphertextAt = nonceAt + gcmNonceBytes;

export function encodeHeader(
  fields: Pick<Frame, "keyId" | "salt" | "commitment" | "nonce">,
): Buffer {
  const start = encodeStart(fields.keyId);
  return Buffer.concat([start, fields.salt, fields.commitment, fields.nonce]);
}

/** Six bytes, which base64url writes as eight characters whatever follows. */
function encodeStart(keyId: number): Buffer {
  const start = Buffer.alloc(saltAt);
  start.writeUInt8(version, 0);
  start.writeUInt8(suite, 1);
  start.writeUInt32BE(keyId, 2);
  return start;
}

export function encodeFrame(header: Buffer, ciphertext: Buffer, tag: Buffer): string {
  return wirePrefix + Buffer.concat([header, ciphertext, tag]).toString("base64url");
}

/** How each value begins that names this key as its own, and no other does. */
export function sealedStart(keyId: number): string {
  return wirePrefix + encodeStart(keyId).toString("base64url");
}

/** The id in the start of a value, as `sealedStart` writes it; undefined for any other text. */
export function keyIdOfStart(start: string): number | undefined {
  const keyId = Buffer.from(start.slice(wirePrefix.length), "base64url");
  const id = keyId.length === saltAt ? keyId.readUInt32BE(2) : 0;
  return id > 0 && sealedStart(id) === start ? id : undefined;
}

/** The parts of a sealed value, or undefined when the text is not exactly what `encodeFrame` makes. */
export function decodeFrame(sealed: string): Frame | undefined {
  if (!sealed.startsWith(wirePrefix)) {
    return undefined;
  }
  const encoded = sealed.slice(wirePrefix.length);
  const bytes = Buffer.from(encoded, "base64url");
  const tagAt = bytes.length - gcmTagBytes;
  if (tagAt < ciphertextAt || bytes.toString("base64url") !== encoded) {
    return undefined;
  }
  if (bytes.readUInt8(0) !== version || bytes.readUInt8(1) !== suite) {
    return undefined;
  }
  return {
    header: bytes.subarray(0, ciphertextAt),
    keyId: bytes.readUInt32BE(2),
    salt: bytes.subarray(saltAt, commitmentAt),
    commitment: bytes.subarray(commitmentAt, nonceAt),
    nonce: bytes.subarray(nonceAt, ciphertextAt),
    ciphertext: bytes.subarray(ciphertextAt, tagAt),
    tag: bytes.subarray(tagAt),
  };
}
