import { hkdfSync, type KeyObject } from "node:crypto";

/** HKDF-SHA256 (RFC 5869). `sizeBytes` is at most 8160; Node throws a RangeError beyond. */
export function hkdfSha256(
  inputKey: KeyObject | Uint8Array,
  salt: Uint8Array,
  info: Uint8Array | string,
  sizeBytes: number,
): Buffer {
  return Buffer.from(hkdfSync("sha256", inputKey, salt, info, sizeBytes));
}
