import { setTimeout as wait } from "node:timers/promises";
import {
  createDirectusClient,
  createVerifyJob,
  type DirectusClient,
  listConnectedAccounts,
  listPassedChecks,
  type PassedCheck,
  readVerifyJob,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { describeLimits, listPlatforms, type Platform } from "@genie/platforms";
import { checkSteps, type CheckResult } from "@genie/schema";
import { openInstallation } from "@genie/stack";
import Table from "cli-table3";
import { Command } from "commander";
import { newPlatform } from "../new-platform/new-platform.ts";

type Account = Awaited<ReturnType<typeof listConnectedAccounts>>[number];

const askAgainMs = 500;
const patienceMs = 15 * 60_000;

/** `genie platforms`: what can be connected, and whether it was ever tried. */
export const platformsCommand = new Command("platforms")
  .description("The platforms, how sure their recipes are, and the accounts on them")
  .action(list)
  .addCommand(
    new Command("verify")
      .description(
        "Read a little of an account, to see whether its platform can be read; posts nothing",
      )
      .argument("<platform>", "its id, for example onlyfans")
      .option("--account <username>", "which account, when there are several")
      .action(verify),
  )
  .addCommand(
    new Command("limits")
      .description("What a platform takes: captions, files, descriptions")
      .argument("<platform>", "its id, for example bluesky")
      .action(limits),
  )
  .addCommand(
    new Command("new")
      .description("Write the folder of a new platform, which runs against the sandbox at once")
      .argument("<id>", "small letters and digits, for example myfans")
      .action(newPlatform),
  );

function open() {
  const { directus, sandbox, adminToken } = openInstallation().running();
  return { client: createDirectusClient({ url: directus, token: adminToken }), sandbox };
}

const known = (sandbox: string | null) => listPlatforms({ sandboxUrl: sandbox ?? undefined });

function limits(id: string): void {
  const platforms = known(open().sandbox);
  const platform = platforms.find((one) => one.id === id);
  if (platform === undefined) {
    const ids = platforms.map((one) => one.id).join(", ");
    throw new AppError("invalid_input", `There is no platform "${id}". There are: ${ids}.`);
  }
  for (const sentence of describeLimits(platform)) say(sentence);
}

async function list(): Promise<void> {
  const { client, sandbox } = open();
  const platforms = known(sandbox);
  const [accounts, checks] = await Promise.all([
    listConnectedAccounts(client),
    listPassedChecks(client),
  ]);
  const table = new Table({ head: ["id", "platform", "state", "accounts"] });
  for (const platform of platforms) {
    const names = accounts
      .filter((account) => account.platform === platform.id)
      .map((account) => `@${account.username} (${account.connection_status.replace("_", " ")})`);
    table.push([platform.id, platform.name, stateOf(platform, checks), names.join("\n")]);
  }
  say(table.toString());
}

function stateOf({ id, isExperimental, version }: Platform, checks: readonly PassedCheck[]) {
  if (!isExperimental) return "tried and tested";
  const check = checks.find((one) => one.platform === id && one.version === version);
  if (check === undefined) return `experimental: npm run genie -- platforms verify ${id}`;
  return `checked ${check.passedAt.slice(0, 10)}`;
}

async function verify(platform: string, options: { account?: string }): Promise<void> {
  const { client } = open();
  const account = choose(await listConnectedAccounts(client), platform, options.account);
  say(`Reading a little of @${account.username}. Nothing is posted, and nothing is kept.`);
  const { passed, steps } = await follow(client, await createVerifyJob(client, account.id));
  for (const step of checkSteps) {
    for (const done of steps.filter((one) => one.step === step)) {
      say(`${done.passed ? "✓" : "✗"} ${step}: ${done.sentence}`);
    }
  }
  if (passed) return say(`${platform} can be read, and is no longer experimental here.`);
  process.exitCode = 1;
  return say(`${platform} stays experimental. Nothing was changed there.`);
}

function choose(accounts: readonly Account[], platform: string, username?: string): Account {
  const wanted = username?.replace(/^@/, "").toLowerCase();
  const fitting = accounts.filter(
    (account) =>
      account.platform === platform &&
      (wanted === undefined || account.username.toLowerCase() === wanted),
  );
  const [only, ...others] = fitting;
  if (only === undefined) {
    const which = username === undefined ? "No account" : `No account @${wanted}`;
    throw new AppError(
      "not_found",
      `${which} of ${platform} is connected. Connect it on the page Platforms of the dashboard, then run this again.`,
    );
  }
  if (others.length > 0) {
    const names = fitting.map((account) => account.username).join(", ");
    throw new AppError(
      "invalid_input",
      `There are several accounts of ${platform}: ${names}. Say which one with --account.`,
    );
  }
  return only;
}

async function follow(client: DirectusClient, job: string): Promise<CheckResult> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const { status, result, problem } = await readVerifyJob(client, job);
    if (status === "completed" && result !== null) return result;
    if (status === "failed") {
      throw new AppError("internal", problem ?? "The check came to nothing. Nothing was changed.");
    }
    await wait(askAgainMs);
  }
  throw new AppError(
    "upstream_unavailable",
    "The check did not end within a quarter of an hour. Nothing was changed; see npm run genie -- doctor.",
  );
}

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
