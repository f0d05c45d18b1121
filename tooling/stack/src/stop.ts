import { existsSync } from "node:fs";
import { readEnv } from "./env.ts";
import { exitWith } from "./exit-with.ts";
import { dataPaths, repositoryRoot } from "./paths.ts";
import { dataFolder } from "./settings.ts";
import { stopStack } from "./stop-stack.ts";

const sentences = {
  stopped: "Stopped. The data is kept; `npm start` goes on with it.",
  "ended orphans": "Ended what an earlier run had left behind. The data is kept.",
  nothing: "Nothing is running.",
};

await exitWith(async () => {
  const paths = dataPaths(dataFolder(readEnv(repositoryRoot), repositoryRoot));
  const found = existsSync(paths.state) ? await stopStack(paths) : "nothing";
  process.stdout.write(`${sentences[found]}\n`);
  return 0;
});
