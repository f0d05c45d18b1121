import { setTimeout as wait } from "node:timers/promises";
import { type DirectusClient, readKeyStatus, rotateSome } from "@genie/directus-client";
import type { BadValue, RotationMark } from "@genie/schema";
import { describeProgress } from "../describe-progress.ts";
import { progressLine } from "../progress-line.ts";

const askAgainMs = 500;

/**
 * Seals everything with the key that seals, in rounds until one finds nothing more to do. Ended in the middle
 * it loses nothing, and goes on when it is run again. `bad`: what could not be opened.
 */
export async function rotateAll(
  client: DirectusClient,
): Promise<{ resealed: number; bad: BadValue[] }> {
  const show = progressLine();
  const startedAt = performance.now();
  const count = await countOld(client);
  let resealed = 0;
  try {
    for (;;) {
      let passedOver = 0;
      const before = resealed;
      let bad: BadValue[] = [];
      let mark: RotationMark | null = null;
      do {
        const done = await rotateSome(client, mark);
        passedOver += done.passedOver;
        resealed += done.resealed;
        bad = [...bad, ...done.bad];
        ({ mark } = done);
        const left = Math.max(0, count - resealed - bad.length);
        const seconds = (performance.now() - startedAt) / 1000;
        if (count > 0) show(describeProgress({ count, left, seconds, isStuck: false }));
      } while (mark !== null);
      if (resealed === before && passedOver === 0) return { resealed, bad };
      // Somebody holds what is left.
      if (resealed === before) await wait(askAgainMs);
    }
  } finally {
    if (count > 0) show(null);
  }
}

async function countOld(client: DirectusClient): Promise<number> {
  const { primary, keys, damaged } = await readKeyStatus(client);
  const old = keys.filter(({ id }) => id !== primary).flatMap(({ values }) => values);
  return [...old, ...damaged].reduce((sum, { count }) => sum + count, 0);
}
