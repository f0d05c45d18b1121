import { demoFolder } from "./demo/demo-folder.ts";
import { readEnv } from "./env.ts";
import { exitWith } from "./exit-with.ts";
import { dataPaths, repositoryRoot } from "./paths.ts";
import { dataFolder } from "./settings.ts";
import { sayStopped, stopStack } from "./stop-stack.ts";
import { lockHolder } from "./supervision/supervisor-lock.ts";

await exitWith(async () => {
  const paths = dataPaths(dataFolder(readEnv(repositoryRoot), repositoryRoot));
  const found = await stopStack(paths);
  process.stdout.write(`${sayStopped(found, "npm start")}\n`);
  const demo = dataPaths(demoFolder(repositoryRoot));
  if (demo.root !== paths.root && lockHolder(demo.lock) !== null) {
    process.stdout.write("The demo is running. Stop it with `npm run demo -- stop`.\n");
  }
  return 0;
});
