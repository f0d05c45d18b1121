import { access, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AppError } from "@genie/errors";
import { z } from "zod";

const folder = fileURLToPath(new URL("../extensions/genie/", import.meta.url));

const part = z.object({ name: z.string() });
const Entry = z.discriminatedUnion("type", [
  part.extend({ type: z.enum(["display", "endpoint", "hook", "interface"]), source: z.string() }),
  // What runs on the server, and its form in the panel.
  part.extend({
    type: z.literal("operation"),
    source: z.object({ app: z.string(), api: z.string() }),
  }),
]);

const Manifest = z.object({
  name: z.string(),
  type: z.literal("module"),
  "directus:extension": z.object({
    type: z.literal("bundle"),
    path: z.object({ app: z.string(), api: z.string() }),
    entries: z.array(Entry).min(1),
    host: z.string(),
  }),
});

/**
 * Checks the manifest of the gate before Directus starts, so that a broken one is a sentence and
 * never a Directus without its rules.
 */
export async function checkExtension(from = folder): Promise<void> {
  const path = `${from}package.json`;
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw broken("it can't be read", cause);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw broken("it is not JSON", cause);
  }
  const parsed = Manifest.safeParse(json);
  if (!parsed.success) {
    throw broken(parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; "));
  }
  const { path: entry, entries } = parsed.data["directus:extension"];
  const sources = entries.flatMap(({ source }) =>
    typeof source === "string" ? [source] : [source.app, source.api],
  );
  for (const file of [entry.app, entry.api, ...sources]) {
    await access(`${from}${file}`).catch((cause: unknown) => {
      throw broken(`it names ${file}, which is not there`, cause);
    });
  }
}

function broken(why: string, cause?: unknown): AppError {
  return new AppError(
    "misconfigured",
    `The manifest of the gate (apps/cms/extensions/genie/package.json) is broken: ${why}. Directus must not run without its rules. Restore the file, for example with git checkout, and start again.`,
    { cause },
  );
}
