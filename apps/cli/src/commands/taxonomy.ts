import {
  type ClassifyScope,
  createDirectusClient,
  readClassifyStatus,
  reclassifyLibrary,
} from "@genie/directus-client";
import type { ClassifyStatusAnswer } from "@genie/schema";
import { openInstallation } from "@genie/stack";
import { Command } from "commander";
import { findAccount } from "../find-account.ts";
import { watchProgress } from "../watch-progress.ts";

type Options = { creator?: string; outdated?: true; anew?: true };

const creatorOption = ["--creator <e-mail>", "only the library of this person"] as const;

/** `genie taxonomy`: how entries of the libraries are classified. */
export const taxonomyCommand = new Command("taxonomy")
  .description("Classify what is in the libraries, and see how far that is")
  .addCommand(
    new Command("status")
      .description("Show how many entries are classified, wait for it, or are out of date")
      .option(...creatorOption)
      .action(status),
  )
  .addCommand(
    new Command("reclassify")
      .description(
        "Classify entries again and show how far that is; the worker goes on when this is left",
      )
      .option(...creatorOption)
      .option("--outdated", "only what was classified with other tags than today's")
      .option("--anew", "begin with all of them again, also while some are still due")
      .action(reclassify),
  );

function client() {
  const { directus, adminToken } = openInstallation().running();
  return createDirectusClient({ url: directus, token: adminToken });
}

async function status({ creator }: Options): Promise<void> {
  const directus = client();
  const { total, due, outdated } = await readClassifyStatus(
    directus,
    await scopeOf(directus, creator),
  );
  say(`${entries(total)}: ${total - due} classified, ${due} due, ${outdated} out of date.`);
  if (outdated > 0) say("Bring them up to date: npm run genie -- taxonomy reclassify --outdated");
}

async function reclassify({ creator, outdated, anew }: Options): Promise<void> {
  const directus = client();
  const scope = await scopeOf(directus, creator);
  const before = await readClassifyStatus(directus, scope);
  const isGoingOn = before.due > 0 && !anew && !outdated;
  if (isGoingOn) {
    say(`${entries(before.due)} are due already; going on with those. All of them: --anew`);
  }
  const asked = isGoingOn
    ? before
    : await reclassifyLibrary(directus, { ...scope, outdated: outdated === true });
  if (asked.due === 0) {
    say("Nothing is due. Nothing was changed.");
    return;
  }
  const ended = await watchProgress({
    count: asked.due,
    readLeft: async () => (await readClassifyStatus(directus, scope)).due,
  });
  say(
    ended
      ? `${entries(asked.due)} classified.`
      : "The worker goes on with the rest. See how far it is: npm run genie -- taxonomy status",
  );
}

async function scopeOf(
  directus: ReturnType<typeof client>,
  creator: string | undefined,
): Promise<ClassifyScope> {
  return creator === undefined
    ? { everybody: true }
    : { owner: (await findAccount(directus, creator)).id };
}

const entries = (count: ClassifyStatusAnswer["total"]) =>
  count === 1 ? "1 entry" : `${count} entries`;

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
