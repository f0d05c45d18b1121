import { type KeyObject, randomBytes, timingSafeEqual } from "node:crypto";
import { AppError } from "@genie/errors";
import { gcmDecrypt, gcmEncrypt, gcmNonceBytes } from "./aes-gcm.ts";
import { associatedData, type SealContext } from "./associated-data.ts";
import { hkdfSha256 } from "./hkdf-sha256.ts";
import type { KeyRing } from "./key-ring.ts";
import {
  commitmentBytes,
  decodeFrame,
  encodeFrame,
  encodeHeader,
  saltBytes,
} from "./wire-format.ts";

const info = "genie-helper/v1 enc+commit";
const recordKeyBytes = 32;

/**
 * Seals `plaintext` with the ring's primary key for one field of one row of one owner. Each call
 * takes a new salt and nonce, so equal secrets never look equal. The result is 98 bytes longer than
 * the UTF-8 text, as base64url behind `cb1.`.
 *
 * AES-256-GCM under a key of its own per value, committed as in the AWS Encryption SDK's suite 0478.
 * It does not stop an older value of the same field of the same row from being put back.
 *
 * Throws `invalid_input` when the text or a part of the context holds half a surrogate pair, which
 * UTF-8 cannot carry.
 */
export function seal(ring: KeyRing, plaintext: string, context: SealContext): string {
  const master = ring.masters.get(ring.primaryId);
  if (master === undefined) {
    throw new AppError("misconfigured", "The key ring lacks its primary key. Check SEALING_KEYS.");
  }
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(gcmNonceBytes);
  const { recordKey, commitment } = deriveKeys(master, salt);
  const header = encodeHeader({ keyId: ring.primaryId, salt, commitment, nonce });
  const aad = associatedData(header, context);
  if (aad === undefined || !plaintext.isWellFormed()) {
    recordKey.fill(0);
    throw new AppError(
      "invalid_input",
      "The secret holds a broken character. Copy it again and paste it as plain text.",
    );
  }
  const bytes = Buffer.from(plaintext, "utf8");
  const { ciphertext, tag } = gcmEncrypt({ key: recordKey, nonce, aad }, bytes);
  recordKey.fill(0);
  bytes.fill(0);
  return encodeFrame(header, ciphertext, tag);
}

/**
 * Opens what `seal` made, with whichever key of the ring sealed it.
 *
 * Throws `unopenable`, always the same, when the text is damaged or not ours, the key is missing or
 * another one, or the context is not the one it was sealed for.
 */
export function open(ring: KeyRing, sealed: string, context: SealContext): string {
  const frame = decodeFrame(sealed);
  const master = frame && ring.masters.get(frame.keyId);
  const aad = frame && associatedData(frame.header, context);
  if (frame === undefined || master === undefined || aad === undefined) {
    throw unopenable();
  }
  const { recordKey, commitment } = deriveKeys(master, frame.salt);
  const bytes = timingSafeEqual(commitment, frame.commitment)
    ? gcmDecrypt({ key: recordKey, nonce: frame.nonce, aad }, frame)
    : undefined;
  recordKey.fill(0);
  if (bytes === undefined) {
    throw unopenable();
  }
  const plaintext = bytes.toString("utf8");
  bytes.fill(0);
  return plaintext;
}

/**
 * The same secret sealed again, with the ring's primary key, for the same place. Throws as `open` does.
 */
export function reseal(ring: KeyRing, sealed: string, context: SealContext): string {
  return seal(ring, open(ring, sealed, context), context);
}

/**
 * The id of the key that a value names as its own, for counting what is left to re-seal. It is not
 * proof that this key opens it. Throws `unopenable` when the text is not a sealed value.
 */
export function sealedKeyId(sealed: string): number {
  const frame = decodeFrame(sealed);
  if (frame === undefined) {
    throw unopenable();
  }
  return frame.keyId;
}

function deriveKeys(master: KeyObject, salt: Buffer): { recordKey: Buffer; commitment: Buffer } {
  const derived = hkdfSha256(master, salt, info, recordKeyBytes + commitmentBytes);
  return {
    recordKey: derived.subarray(0, recordKeyBytes),
    commitment: derived.subarray(recordKeyBytes),
  };
}

function unopenable(): AppError {
  return new AppError(
    "unopenable",
    "A stored secret could not be opened. Enter it again, or check the sealing keys.",
  );
}
