import { readdir, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "../../directus.ts";
import { gateEnv } from "../../gate-env.ts";

const received = /^import-([0-9a-f-]{36})\.zip$/;

/** Where a received export lies while it is brought in. */
export const importFolder = ({ env }: Pick<Context, "env">): string =>
  gateEnv(env).storageFolder ?? tmpdir();

export const importPath = (context: Pick<Context, "env">, id: string): string =>
  join(importFolder(context), `import-${id}.zip`);

/** Removes what imports that were cut off have received. */
export async function removeLeftOver(context: Pick<Context, "database" | "env">): Promise<void> {
  const names = await readdir(importFolder(context)).catch(() => []);
  for (const name of names) {
    const id = received.exec(name)?.[1];
    if (id === undefined) continue;
    const running = await context
      .database("data_transfers")
      .where({ id, status: "running" })
      .first("id");
    if (!running) await unlink(join(importFolder(context), name));
  }
}
