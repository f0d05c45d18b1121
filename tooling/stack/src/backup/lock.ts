import { Decrypter, Encrypter } from "age-encryption";
import { AppError } from "@genie/errors";

/** What a backup is locked with: a passphrase, or public keys of age, each of which can open it alone. */
export type Lock =
  | {
      passphrase: string;
      /** Base-2 logarithm of the work that a guess takes; 18 unless it is said. */ workFactor?: number;
    }
  | { recipients: readonly string[] };

/** What opens a backup: its passphrase, or secret keys of age, of which one has to fit. */
export type Key = { passphrase: string } | { identities: readonly string[] };

/** Encrypts a stream in the format of age (https://age-encryption.org/v1). Throws `invalid_input` for a key that is none. */
export async function encrypt(
  lock: Lock,
  plain: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  if ("passphrase" in lock) {
    encrypter.setPassphrase(lock.passphrase);
    if (lock.workFactor !== undefined) encrypter.setScryptWorkFactor(lock.workFactor);
  } else for (const recipient of lock.recipients) addRecipient(encrypter, recipient);
  return encrypter.encrypt(plain);
}

/** Throws `unopenable` when the key does not fit, and `invalid_input` for what is no backup; the stream fails when a part was changed or is missing. */
export async function decrypt(
  key: Key,
  sealed: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  if ("passphrase" in key) decrypter.addPassphrase(key.passphrase);
  else for (const identity of key.identities) addIdentity(decrypter, identity);
  try {
    return await decrypter.decrypt(sealed);
  } catch (cause) {
    if (/no identity matched/.test(String(cause))) {
      const what = "passphrase" in key ? "The passphrase does not" : "None of the keys does";
      throw new AppError("unopenable", `${what} open this backup. Nothing was changed.`, { cause });
    }
    throw new AppError(
      "invalid_input",
      "This is no backup of Genie Helper, or its beginning is damaged. Nothing was changed.",
      { cause },
    );
  }
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch (cause) {
    throw new AppError(
      "invalid_input",
      `"${recipient}" is no public key of age. One begins with age1; make one with: npm run genie -- backup key <file>`,
      { cause },
    );
  }
}

function addIdentity(decrypter: Decrypter, identity: string): void {
  try {
    decrypter.addIdentity(identity);
  } catch (cause) {
    throw new AppError(
      "invalid_input",
      "The file of the key holds a line that is no secret key of age. One begins with AGE-SECRET-KEY-1. Nothing was changed.",
      { cause },
    );
  }
}
