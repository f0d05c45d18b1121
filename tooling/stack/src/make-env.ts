import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeNewEnv } from "./deployment/write-new-env.ts";
import { exitWith } from "./exit-with.ts";
import { misconfigured } from "./misconfigured.ts";
import { repositoryRoot } from "./paths.ts";

await exitWith(async () => {
  const { positionals, values } = parseArgs({
    options: {
      email: { type: "string", default: "admin@example.com" },
      file: { type: "string", default: join(repositoryRoot, ".env") },
    },
    allowPositionals: true,
  });
  const [origin, ...more] = positionals;
  if (origin === undefined || more.length > 0) {
    throw misconfigured(
      "Say under which address people will open Genie Helper: node deploy/make-env.mjs https://genie.example.com --email you@example.com",
    );
  }
  writeNewEnv(values.file, { origin, email: values.email, root: repositoryRoot });
  process.stdout.write(
    `${values.file} is written. It holds the keys of the installation: keep a copy where nobody else can read it.\n`,
  );
  return 0;
});
