import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { AppError } from "@genie/errors";
import { type Key, type Lock, readIdentities } from "@genie/stack";
import type { Command } from "commander";

const leastCharacters = 12;

export type LockOptions = { recipient?: string[]; passphraseFile?: string };
export type KeyOptions = { identity?: string; passphraseFile?: string };

/** The options that say what a backup is locked with. */
export const withLockOptions = (command: Command): Command =>
  command
    .option("--recipient <age1…>", "a public key of age; may be said several times", collect)
    .option("--passphrase-file <file>", "the passphrase is the first line of this file");

/** The options that say what opens a backup. */
export const withKeyOptions = (command: Command): Command =>
  command
    .option("--identity <file>", "the file with the secret key, as backup key writes it")
    .option("--passphrase-file <file>", "the passphrase is the first line of this file");

/** Public keys from the command or the settings, else a passphrase from a file or the person at the terminal. */
export async function askLock(
  { recipient = [], passphraseFile }: LockOptions,
  usual: readonly string[],
): Promise<Lock> {
  if (recipient.length > 0 && passphraseFile !== undefined) {
    throw new AppError(
      "invalid_input",
      "A backup is locked with a passphrase or with public keys. No backup was made; say one of the two.",
    );
  }
  if (passphraseFile !== undefined) return longEnough(firstLine(passphraseFile));
  const recipients = recipient.length > 0 ? recipient : usual;
  if (recipients.length > 0) return { recipients };
  if (!process.stdin.isTTY) {
    throw new AppError(
      "invalid_input",
      "Nothing says what the backup is locked with. No backup was made. Make a key with npm run genie -- backup key <file> and set BACKUP_RECIPIENTS to what it prints, or name a file with --passphrase-file.",
    );
  }
  const lock = longEnough(await ask("Passphrase for this backup: "));
  if (lock.passphrase !== (await ask("The same again: "))) {
    throw new AppError("invalid_input", "These are two different ones. No backup was made.");
  }
  return lock;
}

/** The secret key or the passphrase, from a file or the person at the terminal. */
export async function askKey({ identity, passphraseFile }: KeyOptions): Promise<Key> {
  if (identity !== undefined) return { identities: reading(identity, readIdentities) };
  if (passphraseFile !== undefined) return { passphrase: firstLine(passphraseFile) };
  if (!process.stdin.isTTY) {
    throw new AppError(
      "invalid_input",
      "Nothing says what opens the backup. Nothing was changed; name its key with --identity <file>, or its passphrase with --passphrase-file <file>.",
    );
  }
  return { passphrase: await ask("Passphrase of this backup: ") };
}

function longEnough(passphrase: string): { passphrase: string } {
  if (passphrase.length >= leastCharacters) return { passphrase };
  throw new AppError(
    "invalid_input",
    `The passphrase has fewer than ${leastCharacters} characters. No backup was made; four or five words at random are a good one.`,
  );
}

const firstLine = (path: string) =>
  reading(path, (file) => readFileSync(file, "utf8").split("\n")[0]?.trim() ?? "");

function reading<Result>(path: string, read: (path: string) => Result): Result {
  try {
    return read(path);
  } catch (cause) {
    throw new AppError("not_found", `${path} can't be read. Correct the path.`, { cause });
  }
}

/** Asks at the terminal, without showing what is typed. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}

const collect = (value: string, before: string[] = []): string[] => [...before, value];
