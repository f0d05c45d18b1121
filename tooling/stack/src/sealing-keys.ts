import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { generateKey, parseKeyRing } from "@genie/crypto";
import type { Env } from "./env.ts";
import { misconfigured } from "./misconfigured.ts";
import { writeAtomically } from "./write-atomically.ts";

/**
 * Writes a new sealing key into the secrets file, in front of the others, to seal from the next start on;
 * answers its id. Throws `misconfigured` when the keys come from somewhere else.
 */
export function addSealingKey(path: string, env: Env): number {
  const { text, keys, ring } = readKeys(path, env);
  const id = Math.max(...ring.masters.keys()) + 1;
  write(path, text, { keys: [`${id}:${generateKey()}`, ...keys], primary: id });
  return id;
}

/** Takes a sealing key out of the secrets file. Throws `misconfigured` for the one that seals, or an unknown one. */
export function removeSealingKey(path: string, env: Env, id: number): void {
  const { text, keys, ring } = readKeys(path, env);
  if (id === ring.primaryId) {
    throw misconfigured(`Key ${id} seals. Make another first: npm run genie -- keys new`);
  }
  if (!ring.masters.has(id)) {
    throw misconfigured(
      `There is no key ${id}. There are: ${[...ring.masters.keys()].join(", ")}.`,
    );
  }
  const left = keys.filter((entry) => !entry.startsWith(`${id}:`));
  write(path, text, { keys: left, primary: ring.primaryId });
}

function readKeys(path: string, env: Env) {
  if (env["SEALING_KEYS"] || env["SEALING_PRIMARY_KEY"]) {
    throw misconfigured(
      "SEALING_KEYS comes from the environment, so it is not in the secrets file. Change it there: the new entry goes in front, as 2:<key>, with a key of `openssl rand -base64 32`, and SEALING_PRIMARY_KEY is its id. Nothing was changed.",
    );
  }
  const text = readFileSync(path, "utf8");
  const { SEALING_KEYS: keys = "", SEALING_PRIMARY_KEY: primary = "" } = parseEnv(text);
  const ring = parseKeyRing(keys, primary);
  return { text, keys: keys.split(",").map((entry) => entry.trim()), ring };
}

function write(
  path: string,
  text: string,
  { keys, primary }: { keys: readonly string[]; primary: number },
): void {
  const lines = text.split("\n").map((line) => {
    if (/^\s*SEALING_KEYS\s*=/.test(line)) return `SEALING_KEYS="${keys.join(",")}"`;
    return /^\s*SEALING_PRIMARY_KEY\s*=/.test(line) ? `SEALING_PRIMARY_KEY="${primary}"` : line;
  });
  writeAtomically(path, lines.join("\n"));
}
