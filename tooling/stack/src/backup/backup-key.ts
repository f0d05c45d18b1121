import { readFileSync, writeFileSync } from "node:fs";
import { AppError } from "@genie/errors";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { isSystemError } from "../misconfigured.ts";

/**
 * Makes a pair of keys of age: the secret one in a new file that only its owner reads, as `age-keygen` writes it. Answers
 * with the public one. Throws `conflict` for a file that is there.
 */
export async function makeBackupKey(path: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const text = `# created: ${new Date().toISOString()}\n# public key: ${recipient}\n${identity}\n`;
  try {
    writeFileSync(path, text, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (isSystemError(error, "EEXIST")) {
      throw new AppError(
        "conflict",
        `There is a file ${path} already. Nothing was written; name another.`,
      );
    }
    throw isSystemError(error, "ENOENT", "EACCES", "EROFS", "EISDIR")
      ? new AppError("invalid_input", `${path} can't be written. Name a file in a folder of yours.`)
      : error;
  }
  return recipient;
}

/** The secret keys of a file as `age-keygen` writes it. */
export function readIdentities(path: string): string[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
