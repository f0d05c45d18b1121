import { setTimeout as wait } from "node:timers/promises";
import { generateKey, type KeyRing, parseKeyRing, reseal, seal } from "@genie/crypto";
import { createDirectusClient, readKeyStatus } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { answersOk } from "@genie/stack";
import type { Benchmark } from "./benchmark.ts";
import { rotateByCommand } from "./keys-command.ts";
import { contextOf, fillSessions, judgeSessions } from "./keys-data.ts";
import { startKeysLoad } from "./keys-load.ts";
import { type KeysStack, onKeysStack } from "./keys-stack.ts";
import { measure, percentile, summarize } from "./measure.ts";
import { pidOf, restarted } from "./stack-pids.ts";

const perRepetition = 1_000;
const idleMs = 5_000;
const [oldId, newId] = [1, 2];

/**
 * 100,000 sealed cookies get another key (a repetition is 1,000) by `genie keys rotate`, while their owner
 * changes some and the worker reads. The command is killed (SIGKILL) at a quarter, and at a quarter of what is
 * left then; after that Directus is. At the end every value has to open with the new key alone.
 */
export const keys: Benchmark = {
  defaultRepetitions: 100,
  run: async ({ repetitions, signal }) => {
    const fresh = `${newId}:${generateKey()}`;
    const settings = {
      SEALING_KEYS: `${fresh},${oldId}:${generateKey()}`,
      SEALING_PRIMARY_KEY: String(newId),
    };
    const both = parseKeyRing(settings.SEALING_KEYS, settings.SEALING_PRIMARY_KEY);
    return onKeysStack(settings, signal, async (stack) => {
      const count = repetitions * perRepetition;
      const sessions = await fillSessions(stack.database, asOld(both), { ...stack, count });
      stack.say(`${count} values are sealed with the old key`);
      const load = startKeysLoad(stack, both, sessions);
      try {
        await wait(idleMs, undefined, { signal });
        const idleReads = load.takeReads();
        const kills = await rotateWithKills(stack, signal);
        load.takeReads();
        const left = await leftOf(stack);
        const { code, seconds, output } = await rotateByCommand(stack.commandEnv, null);
        if (code !== 0) throw new AppError("internal", output);
        const reads = load.takeReads();
        await load.stop();
        const alone = parseKeyRing(fresh, settings.SEALING_PRIMARY_KEY);
        const found = await judgeSessions(stack.database, alone, sessions, load.allowed);
        const figures = {
          values_count: summarize([count]),
          kills_count: summarize([kills]),
          unreadable_count: summarize([found.unreadable + load.unreadable()]),
          overwritten_count: summarize([found.overwritten]),
          left_count: summarize([await leftOf(stack)]),
          changes_count: summarize([load.changes()]),
          values_per_s: summarize([left / seconds]),
          bare_values_per_s: summarize([bareResealPerS(both)]),
          read_p95_ms: summarize([percentile(reads, 0.95)]),
          idle_read_p95_ms: summarize([percentile(idleReads, 0.95)]),
        };
        const bars = [
          { label: "while it runs", series: "values", figure: figures.values_per_s },
          { label: "bare, in memory", series: "values", figure: figures.bare_values_per_s },
        ];
        const title = "Sealed values that get another key";
        return { figures, plot: { title, unit: "values a second", bars } };
      } finally {
        await load.stop();
      }
    });
  },
};

/** Begins three times and is ended each time; answers how often that was in the middle. */
async function rotateWithKills(
  { commandEnv, runFile, url, say }: KeysStack,
  signal: AbortSignal,
): Promise<number> {
  const ofCommand = { at: 1 / 4, run: (kill: () => void) => kill() };
  const first = await rotateByCommand(commandEnv, ofCommand);
  const second = await rotateByCommand(commandEnv, ofCommand);
  const victim = await pidOf(runFile, "directus");
  const ofDirectus = { at: 1 / 4, run: () => void process.kill(victim, "SIGKILL") };
  const third = await rotateByCommand(commandEnv, ofDirectus);
  say(`With Directus killed it said: ${third.output.trim().split("\n").at(-1)}`);
  await restarted(runFile, "directus", { victim, signal });
  while (!(await answersOk(`${url}/server/ping`))) await wait(200, undefined, { signal });
  return [first, second, third].filter(({ code }) => code !== 0).length;
}

/** How many values the old key seals still. */
async function leftOf({ url, adminToken }: KeysStack): Promise<number> {
  const status = await readKeyStatus(createDirectusClient({ url, token: adminToken }));
  const old = status.keys.find(({ id }) => id === oldId)?.values ?? [];
  return old.reduce((sum, { count }) => sum + count, 0);
}

function bareResealPerS(both: KeyRing): number {
  const where = contextOf("row", "owner");
  const sealed = seal(asOld(both), '[{"name":"sid","value":"first 1"}]', where);
  return measure(() => void reseal(both, sealed, where), 2_000);
}

const asOld = (ring: KeyRing): KeyRing => ({ ...ring, primaryId: oldId });
