import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError, type ErrorCode } from "@genie/errors";
import type { Logger } from "@genie/logger";
import { OutcomeReport } from "@genie/schema";

/** Outcomes on their way to the ledger. */
export type OutcomeSpool = {
  /** Writes the outcome down, then delivers it, now or with a later `deliver`. Never throws. */
  report: (report: OutcomeReport) => Promise<void>;
  /** Delivers what is left over from before, and resolves when what is being delivered already has been tried, too. */
  deliver: () => Promise<void>;
};

const pausesByDefaultMs = [200, 1_000, 3_000];

// The ledger has seen these and won't take them; a look-up settles the post instead.
const refusals = new Set<ErrorCode>(["conflict", "invalid_input", "not_found"]);

/**
 * Keeps each outcome in a file of its own until the ledger has it, so that neither a restart nor an
 * absence of the data service loses it. A file holds ids and the outcome, no content and no secret. Workers may
 * share the folder: each delivers what it finds, also what one has left that is gone.
 */
export function outcomeSpool({
  folder,
  send,
  log,
  pausesMs = pausesByDefaultMs,
}: {
  folder: string;
  send: (report: OutcomeReport) => Promise<unknown>;
  log: Logger;
  /** Between the first tries; after them a later `deliver` goes on. */
  pausesMs?: readonly number[];
}): OutcomeSpool {
  const inHand = new Map<string, Promise<void>>();

  return {
    report: (report) =>
      holding(nameOf(report), async (name) => {
        try {
          await writeDown(folder, name, report);
        } catch (err) {
          log.error({ err, postId: report.post_id }, "an outcome could not be written to disk");
        }
        await deliverPatiently(name, report);
      }),
    deliver: async () => {
      for (const file of await namesIn(folder)) {
        await holding(file, async (name) => {
          const content = await readFile(join(folder, name), "utf8").catch(unreadable);
          // Delivered by now, by a worker beside this one.
          if (content === null) return;
          const report = parseReport(content);
          if (report === null) await putAside(name);
          else await deliver(name, report);
        });
      }
    },
  };

  /** One delivery of a file at a time. */
  async function holding(name: string, work: (name: string) => Promise<void>): Promise<void> {
    const held = inHand.get(name) ?? work(name).finally(() => inHand.delete(name));
    inHand.set(name, held);
    await held;
  }

  async function deliverPatiently(name: string, report: OutcomeReport): Promise<void> {
    for (const pauseMs of pausesMs) {
      if (await deliver(name, report)) return;
      await wait(pauseMs);
    }
    if (await deliver(name, report)) return;
    log.warn({ postId: report.post_id }, "outcome kept on disk until the data service is back");
  }

  async function putAside(name: string): Promise<void> {
    log.error({ file: name }, "an outcome on disk can't be read");
    await rename(join(folder, name), join(folder, `${name}.unreadable`));
  }

  // One that stays is delivered again, which changes nothing.
  async function forget(name: string): Promise<void> {
    try {
      await rm(join(folder, name), { force: true });
    } catch (err) {
      log.error({ err, file: name }, "a delivered outcome is left on disk");
    }
  }

  /** Whether it need not be delivered again. */
  async function deliver(name: string, report: OutcomeReport): Promise<boolean> {
    try {
      await send(report);
    } catch (err) {
      if (!(err instanceof AppError) || !refusals.has(err.code)) return false;
      log.error({ err, postId: report.post_id }, "the ledger refuses an outcome");
    }
    await forget(name);
    return true;
  }
}

const nameOf = ({ post_id, claim_token }: OutcomeReport) => `${post_id}.${claim_token}.json`;

async function namesIn(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith(".json"));
}

/** Whole or not at all, even when the power goes. */
async function writeDown(folder: string, name: string, report: OutcomeReport): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const file = await open(`${path}.part`, "w", 0o600);
  try {
    await file.writeFile(JSON.stringify(report));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

/** Null for a file that is not there any more. */
const unreadable = ({ code }: NodeJS.ErrnoException) => (code === "ENOENT" ? null : "");

function parseReport(content: string): OutcomeReport | null {
  try {
    return OutcomeReport.safeParse(JSON.parse(content)).data ?? null;
  } catch {
    return null;
  }
}
