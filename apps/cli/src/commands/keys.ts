import { createDirectusClient, readKeyStatus } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { KeyStatus } from "@genie/schema";
import { type Installation, openInstallation } from "@genie/stack";
import { Command, InvalidArgumentError } from "commander";
import { countOf, describeKeys, valuesOf } from "../keys/describe-keys.ts";
import { rotateAll } from "../keys/rotate-all.ts";

const restart = "npm run stop, npm start";

/** `genie keys`: the keys that log-ins are sealed with. */
export const keysCommand = new Command("keys")
  .description("The keys that stored log-ins are sealed with, and changing them")
  .addCommand(
    new Command("status")
      .description("Show what is sealed with which key; exit 1 if something can't be opened")
      .action(status),
  )
  .addCommand(
    new Command("new")
      .description("Make a key that seals from the next start on; the others still open")
      .action(makeNew),
  )
  .addCommand(
    new Command("rotate")
      .description("Seal everything with the key that seals, while Genie Helper runs")
      .action(rotate),
  )
  .addCommand(
    new Command("remove")
      .description("Take out a key that seals nothing any more")
      .argument("<id>", "of the key, as keys status shows it", parseId)
      .action(remove),
  );

function open(installation: Installation) {
  const { directus, adminToken } = installation.running();
  return createDirectusClient({ url: directus, token: adminToken });
}

async function status(): Promise<void> {
  const found = await readKeyStatus(open(openInstallation()));
  const { lines, isWell } = describeKeys(found);
  for (const line of lines) say(line);
  if (!isWell) process.exitCode = 1;
}

function makeNew(): void {
  const installation = openInstallation();
  const id = installation.addSealingKey();
  say(`Key ${id} is in ${installation.paths.secrets}. Back that file up now.`);
  say(`It seals from the next start on: ${restart}`);
  say("Then seal what is stored with it: npm run genie -- keys rotate");
}

async function rotate(): Promise<void> {
  const installation = openInstallation();
  const client = open(installation);
  requireSame(installation, await readKeyStatus(client));
  const { resealed, bad } = await rotateAll(client).catch(explainStop);
  for (const { collection, field, id, reason } of bad) {
    say(`${collection} ${id}, ${field}: ${reasons[reason]}`);
  }
  const { primary } = await readKeyStatus(client);
  say(
    resealed === 0
      ? `Nothing was left to seal with key ${primary}.`
      : `${valuesOf(resealed)} sealed with key ${primary}.`,
  );
  if (bad.length === 0) return;
  say(`${valuesOf(bad.length)} could not be opened and stayed as they were. Keep the old keys.`);
  process.exitCode = 1;
}

async function remove(id: number): Promise<void> {
  const installation = openInstallation();
  const found = await readKeyStatus(open(installation));
  requireSame(installation, found);
  const count = countOf(found, id);
  if (count > 0) {
    throw new AppError(
      "conflict",
      `${valuesOf(count)} sealed with key ${id} still. Nothing changed; first run: npm run genie -- keys rotate`,
    );
  }
  installation.removeSealingKey(id);
  say(
    `Key ${id} is out of ${installation.paths.secrets}. It is gone from the next start on: ${restart}`,
  );
  say(
    "Keep your earlier backups of that file: backups of the data from before the change open with that key alone.",
  );
}

function explainStop(cause: unknown): never {
  if (!(cause instanceof AppError) || cause.code !== "upstream_unavailable") throw cause;
  throw new AppError(
    cause.code,
    "Directus does not answer any more. Nothing was lost; run this again when it does, and it goes on: npm run genie -- keys rotate",
    { cause },
  );
}

/** Whether the running system seals with the key that the settings name: it reads them when it starts. */
function requireSame(installation: Installation, { primary }: KeyStatus): void {
  const wanted = Number(installation.secrets().SEALING_PRIMARY_KEY);
  if (wanted === primary) return;
  throw new AppError(
    "conflict",
    `Genie Helper still seals with key ${primary}, and the settings say key ${wanted}. Nothing changed; restart it first: ${restart}`,
  );
}

const reasons = {
  damaged: "this is no sealed value. Enter it again.",
  missing_key: "its key is not in SEALING_KEYS. Put that back from your backup.",
  unopenable: "it does not open: another key or another row sealed it. Enter it again.",
} as const;

function parseId(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("The id of a key is a whole number, as keys status shows it.");
}

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
