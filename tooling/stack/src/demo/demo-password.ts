import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { writeAtomically } from "../write-atomically.ts";

/** The password of the demo creator, made at the first start and kept in the file. */
export function demoPassword(path: string): string {
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  const password = randomBytes(12).toString("base64url");
  writeAtomically(path, `${password}\n`);
  return password;
}
