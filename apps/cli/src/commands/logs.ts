import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import { openInstallation } from "@genie/stack";
import { Command, InvalidArgumentError } from "commander";
import { createLineReader } from "../logs/describe-line.ts";
import { followFiles, readFiles } from "../logs/read-files.ts";

const examples = `
Examples:
  npm run genie -- logs worker --since 30m
  npm run genie -- logs --follow
  npm run genie -- logs --id 0190b8c5-7d9a-7c3e-9f50-2f6f5d3f0f11    everything about one request, job or post

Without a service it shows all of them, by their times. Secrets are never in it.`;

type Options = { follow?: true; since?: Date; id?: string; lines: number };

/** `genie logs`: what the services say, in lines for people. */
export const logsCommand = new Command("logs")
  .description("Show what the services say, in lines for people")
  .argument("[service]", "for example worker; all of them unless one is named")
  .option("--follow", "stay, and show what comes")
  .option(
    "--since <time>",
    "from when on: 30m, 2h, 1d, or a time such as 2026-03-01T08:00",
    parseSince,
  )
  .option("--id <id>", "only lines that name this request, job, post or account")
  .option("--lines <n>", "how many at most, the newest", parseLines, 200)
  .addHelpText("after", examples)
  .action(logs);

async function logs(service: string | undefined, options: Options): Promise<void> {
  const { paths, secrets, isDeployed } = openInstallation();
  if (isDeployed) {
    const one = service ?? "worker";
    throw new AppError(
      "not_found",
      `Each service is run by a process manager here, which has its logs: pm2 logs ${one}, or journalctl -u genie-helper@${one}`,
    );
  }
  const files = namesOf(paths.logs, service).map((name) => ({
    service: name,
    path: join(paths.logs, `${name}.log`),
  }));
  const describe = createLineReader({ ...options, secrets: Object.values(secrets()) });
  for (const line of readFiles(files, describe, options.lines)) process.stdout.write(`${line}\n`);
  if (options.follow) {
    await followFiles(files, describe, (line) => process.stdout.write(`${line}\n`));
  }
}

function namesOf(folder: string, service: string | undefined): string[] {
  const names = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".log"))
    .map((name) => name.slice(0, -".log".length))
    .toSorted();
  if (service === undefined) return names;
  if (names.includes(service)) return [service];
  throw new AppError(
    "not_found",
    names.length === 0
      ? "There are no logs yet. Start Genie Helper with npm start."
      : `There is no service "${service}". There are: ${names.join(", ")}.`,
  );
}

function parseSince(text: string): Date {
  const [, count, unit] = text.match(/^(\d{1,6})([smhd])$/) ?? [];
  const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit ?? ""];
  const time =
    unitMs === undefined ? new Date(text) : new Date(Date.now() - Number(count) * unitMs);
  if (!Number.isNaN(time.getTime())) return time;
  throw new InvalidArgumentError(
    "It is a span such as 30m, 2h or 1d, or a time such as 2026-03-01T08:00.",
  );
}

function parseLines(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number from 1 on.");
}
