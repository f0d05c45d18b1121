import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const lettersOfAnId = 32;

/**
 * The origin of Stagehand's extension. Chromium names an unpacked extension by its folder: SHA-256 of
 * the path, its first hexadecimal digits written as the letters a to p.
 */
export function stagehandOrigin(): string {
  const entry = fileURLToPath(import.meta.resolve("@browserbasehq/stagehand"));
  const folder = realpathSync(join(dirname(entry), "extension"));
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, lettersOfAnId);
  const id = Array.from(digest, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
  return `chrome-extension://${id.join("")}`;
}
