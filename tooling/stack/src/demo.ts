import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { demoEnv } from "./demo/demo-env.ts";
import { demoFolder } from "./demo/demo-folder.ts";
import { demoPassword } from "./demo/demo-password.ts";
import { prepareDemo } from "./demo/prepare-demo.ts";
import { prepareDataFolder } from "./disk.ts";
import { processEnv, readEnvFile } from "./env.ts";
import { exitWith } from "./exit-with.ts";
import { misconfigured } from "./misconfigured.ts";
import { type DataPaths, dataPaths, isDataFolder, repositoryRoot } from "./paths.ts";
import { removeInstallation } from "./remove-installation.ts";
import { runStart } from "./run-start.ts";
import { sandboxAccount } from "./services/sandbox.ts";
import type { RunningStack } from "./start-stack.ts";
import { sayStopped, stopStack } from "./stop-stack.ts";
import { wholeStack } from "./whole-stack.ts";

const email = "demo@example.com";

// `npm run demo` starts it; `npm run demo -- stop` and `npm run demo -- reset` end it.
await exitWith(async () => {
  const { positionals } = parseArgs({
    allowPositionals: true,
    options: { "until-ready": { type: "boolean" } },
  });
  const paths = dataPaths(demoFolder(repositoryRoot));
  assertDemoFolder(paths);
  const [command = "start"] = positionals;
  if (command === "start") return start(paths);
  if (command === "stop") return say(sayStopped(await stopStack(paths), "npm run demo"));
  if (command === "reset") {
    await removeInstallation(paths);
    return say("The demo is stopped and its data deleted. `npm run demo` makes a new one.");
  }
  throw misconfigured(
    `The demo has no command ${command}. Use stop or reset, or nothing to start it.`,
  );
});

function start(paths: DataPaths): Promise<number> {
  const file = readEnvFile(join(repositoryRoot, ".env"));
  prepareDataFolder(paths);
  const password = demoPassword(paths.demoPassword);
  return runStart({
    plan: wholeStack,
    env: demoEnv(file, processEnv(), paths.root),
    sandbox: true,
    command: "npm run demo",
    finish: async (stack, { tell, signal }) => {
      const { nextPost } = await prepareDemo({
        directusUrl: stack.context.addresses.directus,
        adminToken: stack.context.secrets.DIRECTUS_ADMIN_TOKEN,
        email,
        password,
        account: sandboxAccount,
        tell,
        signal,
      });
      return demoLines(stack, password, nextPost);
    },
  });
}

function demoLines({ urls, context }: RunningStack, password: string, nextPost: Date | null) {
  const { username, password: sandboxPassword } = sandboxAccount;
  const time = nextPost?.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
  return [
    "",
    `Dashboard    ${urls.dashboard}`,
    `Log-in       ${email}  ${password}`,
    `Sandbox      ${urls.sandbox}/@${username}  (${username}  ${sandboxPassword})`,
    `Letters      ${urls.mailbox}  (nothing is delivered)`,
    ...(time === undefined
      ? []
      : [`Next post    ${time}: see it go out at ${urls.dashboard}/app/calendar`]),
    `Logs         ${context.paths.logs}`,
    "",
    "Ctrl-C or `npm run demo -- stop` ends the demo and keeps its data; `npm run demo -- reset` deletes it.",
  ];
}

/** The demo makes its own folder, and never takes one that an installation of the operator's lives in. */
function assertDemoFolder(paths: DataPaths): void {
  if (!isDataFolder(paths) || existsSync(paths.demoPassword)) return;
  throw misconfigured(
    `An installation of yours lives in ${paths.root}, and the demo leaves it alone. Set GENIE_DATA_DIR to another folder, or remove it.`,
  );
}

function say(line: string): number {
  process.stdout.write(`${line}\n`);
  return 0;
}
