import { pathToFileURL } from "node:url";
import { serviceProgram } from "./deployment/service-program.ts";
import { readEnv } from "./env.ts";
import { problemText } from "./exit-with.ts";
import { repositoryRoot } from "./paths.ts";

// Turns this process into one service, so that a process manager signals and measures that and nothing around it.
try {
  const { command, env, folder } = await serviceProgram(
    process.argv[2] ?? "",
    readEnv(repositoryRoot),
  );
  const [node, script = "", ...args] = command;
  process.chdir(folder);
  process.argv = [node, script, ...args];
  replaceEnvironment(env);
  await import(pathToFileURL(script).href);
} catch (error) {
  process.stderr.write(`${problemText(error)}\n`);
  process.exit(1);
}

/** The service sees what it needs, as under `npm start`. */
function replaceEnvironment(env: Readonly<Record<string, string>>): void {
  // oxlint-disable-next-line node/no-process-env
  const variables = process.env;
  for (const name of Object.keys(variables)) delete variables[name];
  Object.assign(variables, env);
}
