import { createCipheriv, createDecipheriv } from "node:crypto";

/** Key of 32 bytes, nonce of 12, and the data that is authenticated but not encrypted. */
export type GcmInput = { key: Uint8Array; nonce: Uint8Array; aad: Uint8Array };
export type GcmOutput = { ciphertext: Buffer; tag: Buffer };

export const gcmNonceBytes = 12;
export const gcmTagBytes = 16;

/** AES-256-GCM (NIST SP 800-38D) with a 96-bit nonce and a full 128-bit tag. */
export function gcmEncrypt({ key, nonce, aad }: GcmInput, plaintext: Uint8Array): GcmOutput {
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: gcmTagBytes });
  cipher.setAAD(aad);
  const ciphertext = cipher.update(plaintext);
  cipher.final();
  return { ciphertext, tag: cipher.getAuthTag() };
}

/** The plaintext, or undefined when nonce, tag, ciphertext, key or `aad` is not the right one. */
export function gcmDecrypt(
  { key, nonce, aad }: GcmInput,
  { ciphertext, tag }: { ciphertext: Uint8Array; tag: Uint8Array },
): Buffer | undefined {
  if (nonce.length !== gcmNonceBytes || tag.length !== gcmTagBytes) {
    return undefined;
  }
  // Without authTagLength Node accepts tags of 4, 8 and 12 bytes (DEP0182).
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: gcmTagBytes });
  decipher.setAAD(aad);
  decipher.setAuthTag(tag);
  const plaintext = decipher.update(ciphertext);
  try {
    decipher.final();
    return plaintext;
  } catch {
    plaintext.fill(0);
    return undefined;
  }
}
