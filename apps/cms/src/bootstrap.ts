import { isBootstrapped } from "./bootstrap-mark.ts";
import { checkKeys } from "./check-keys.ts";
import { readEnv } from "./env.ts";
import { exitWithSentence } from "./exit-with-sentence.ts";
import { runDirectus } from "./run-directus.ts";

try {
  const env = readEnv();
  // Before anything else of the stack runs.
  await checkKeys(env);
  if (!(await isBootstrapped(env))) await runDirectus(env, "bootstrap");
} catch (error) {
  exitWithSentence(error);
}
