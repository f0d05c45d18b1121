import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { AppError } from "@genie/errors";

/** The master keys by id, and the id of the one that seals. Made by `parseKeyRing` alone. */
export type KeyRing = {
  readonly primaryId: number;
  readonly masters: ReadonlyMap<number, KeyObject>;
};

const keyBytes = 32;
/** What an integer column of PostgreSQL holds, beside what it sealed; the wire format has room for more. */
const mostId = 0x7f_ff_ff_ff;
const howToMake = "Make a key with `openssl rand -base64 32`.";

/**
 * Reads the settings `SEALING_KEYS` (`"2:<base64 of 32 bytes>,1:<…>"`) and `SEALING_PRIMARY_KEY`
 * (the id, 1 to 2147483647, of the key that seals; all of them open).
 *
 * Throws `misconfigured` with one sentence on what is wrong and one on what to do. It never repeats
 * a part of the setting that could belong to a key.
 */
export function parseKeyRing(keys: string, primary: string): KeyRing {
  if (keys.trim() === "") {
    throw misconfigured(`SEALING_KEYS is empty. Set it to 1:<key>. ${howToMake}`);
  }
  const masters = new Map<number, KeyObject>();
  for (const [index, entry] of keys.split(",").entries()) {
    const [id, encoded] = parseEntry(entry.trim(), index + 1);
    if (masters.has(id)) {
      throw misconfigured(`SEALING_KEYS has key ${id} twice. Give each key an id of its own.`);
    }
    const master = parseMaster(id, encoded);
    for (const [other, known] of masters) {
      if (known.equals(master)) {
        throw misconfigured(
          `Keys ${other} and ${id} in SEALING_KEYS are one and the same key. ${howToMake}`,
        );
      }
    }
    masters.set(id, master);
  }
  return { primaryId: parsePrimary(primary.trim(), masters), masters };
}

/** A new random master key in the form that `SEALING_KEYS` takes: base64 of 32 bytes. */
export function generateKey(): string {
  return randomBytes(keyBytes).toString("base64");
}

function parseEntry(entry: string, position: number): [id: number, encoded: string] {
  const colon = entry.indexOf(":");
  if (colon === -1) {
    throw misconfigured(
      `Entry ${position} of SEALING_KEYS is not of the form <id>:<key>. Write entries like 1:<key>, with commas between them.`,
    );
  }
  const id = parseKeyId(entry.slice(0, colon));
  if (id === undefined) {
    throw misconfigured(
      `Entry ${position} of SEALING_KEYS has no valid id before the colon. Use a whole number from 1 to 2147483647.`,
    );
  }
  return [id, entry.slice(colon + 1)];
}

function parseMaster(id: number, encoded: string): KeyObject {
  const bytes = Buffer.from(encoded, "base64");
  try {
    if (bytes.toString("base64") !== encoded) {
      throw misconfigured(
        `Key ${id} in SEALING_KEYS is not plain base64: it may be cut off or hold a stray character. ${howToMake}`,
      );
    }
    if (bytes.length !== keyBytes) {
      throw misconfigured(
        `Key ${id} in SEALING_KEYS has ${bytes.length} bytes and needs ${keyBytes}. ${howToMake}`,
      );
    }
    if (bytes.every((byte) => byte === 0)) {
      throw misconfigured(`Key ${id} in SEALING_KEYS is all zeros. ${howToMake}`);
    }
    return createSecretKey(bytes);
  } finally {
    bytes.fill(0);
  }
}

function parsePrimary(primary: string, masters: ReadonlyMap<number, KeyObject>): number {
  if (primary === "") {
    throw misconfigured(
      "SEALING_PRIMARY_KEY is empty. Set it to the id of the key in SEALING_KEYS that seals.",
    );
  }
  const id = parseKeyId(primary);
  if (id === undefined || !masters.has(id)) {
    throw misconfigured(
      `SEALING_PRIMARY_KEY names no key of SEALING_KEYS. Set it to one of these ids: ${[...masters.keys()].join(", ")}.`,
    );
  }
  return id;
}

function parseKeyId(text: string): number | undefined {
  const id = /^[1-9][0-9]{0,9}$/.test(text) ? Number(text) : 0;
  return id >= 1 && id <= mostId ? id : undefined;
}

function misconfigured(sentence: string): AppError {
  return new AppError("misconfigured", sentence);
}
