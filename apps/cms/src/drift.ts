import { adminApi } from "./apply/client.ts";
import { withDatabase } from "./database.ts";
import { findDrift } from "./drift/find-drift.ts";
import { readEnv } from "./env.ts";
import { exitWithSentence } from "./exit-with-sentence.ts";

try {
  const env = readEnv();
  const drift = await withDatabase(env, (database) => findDrift(adminApi(env), database));
  for (const line of drift) process.stdout.write(`${line}\n`);
  process.stdout.write(
    drift.length === 0
      ? "No drift: the database is what the code says.\n"
      : `${drift.length} ${drift.length === 1 ? "difference" : "differences"}. "npm run genie -- cms apply" puts right what the code defines; what it does not know is yours to remove.\n`,
  );
  process.exitCode = drift.length === 0 ? 0 : 1;
} catch (error) {
  exitWithSentence(error);
}
