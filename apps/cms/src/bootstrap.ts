import { isBootstrapped } from "./bootstrap-mark.ts";
import { readEnv } from "./env.ts";
import { exitWithSentence } from "./exit-with-sentence.ts";
import { runDirectus } from "./run-directus.ts";

try {
  const env = readEnv();
  if (!(await isBootstrapped(env))) await runDirectus(env, "bootstrap");
} catch (error) {
  exitWithSentence(error);
}
