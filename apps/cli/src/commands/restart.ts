import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import { answersOk, openInstallation } from "@genie/stack";
import { Command } from "commander";

const examples = `
Examples:
  npm run genie -- restart worker     each of them, if there are several
  npm run genie -- restart

A post that is being sent is sent to its end. Settings in .env are read by npm start alone: after a change there,
npm run stop and npm start.`;

/** Those that may be restarted one by one; the database is not among them. */
const services = ["directus", "dashboard", "browser", "mcp", "worker"] as const;
const askAgainMs = 300;
const patienceMs = 120_000;

/** `genie restart`: ends services in good order, and waits until they are back. */
export const restartCommand = new Command("restart")
  .description("Restart one service, or all but the database, one after the other")
  .argument("[service]", services.join(", "))
  .addHelpText("after", examples)
  .action(restart);

async function restart(service?: string): Promise<void> {
  const installation = openInstallation();
  const wanted = services.filter((name) => service === undefined || name === service);
  if (wanted.length === 0) {
    throw new AppError(
      "invalid_input",
      `There is no service "${service}" to restart. There are: ${services.join(", ")}. Nothing was changed.`,
    );
  }
  if (installation.isDeployed) {
    throw new AppError(
      "invalid_input",
      `Each service is run by a process manager here, which restarts it: pm2 restart ${service ?? "all"}, or systemctl restart 'genie-helper@${service ?? "*"}'. Nothing was changed.`,
    );
  }
  const there = wanted
    .flatMap((name) => installation.instances(name))
    .filter(({ name }) => installation.pids()[name] !== undefined);
  if (there.length === 0) {
    throw new AppError("not_found", `${service ?? "Nothing"} is not running. Nothing was changed.`);
  }
  for (const { name, url } of there) {
    const before = installation.pids()[name];
    if (before === undefined) continue;
    process.kill(before, "SIGTERM");
    await isBack(name, async () => {
      const now = installation.pids()[name];
      return now !== undefined && now !== before && (await answersOk(`${url}/health`));
    });
    process.stdout.write(`${name} is up again.\n`);
  }
}

async function isBack(name: string, isThere: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    if (await isThere()) return;
    await wait(askAgainMs);
  }
  throw new AppError(
    "upstream_unavailable",
    `${name} did not come back within two minutes. See: npm run genie -- logs ${name}`,
  );
}
