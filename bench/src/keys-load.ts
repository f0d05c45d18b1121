import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { KeyRing } from "@genie/crypto";
import { firstValue, openOrNothing, type SealedSessions } from "./keys-data.ts";

type Access = { url: string; ownerToken: string; workerToken: string };

export type KeysLoad = {
  /** What may be in a session: what was last written there, and what was sent and never answered. */
  allowed: (index: number) => readonly unknown[];
  changes: () => number;
  unreadable: () => number;
  /** Milliseconds of each read since this was last asked. */
  takeReads: () => number[];
  stop: () => Promise<void>;
};

/** Below the gate's limit of 1,200 requests a minute and person. */
const changeEveryMs = 100;
const readEveryMs = 20;

/** The owner changes one session after another, the worker reads them and opens what it gets. */
export function startKeysLoad(
  { url, ownerToken, workerToken }: Access,
  ring: KeyRing,
  { owner, ids }: SealedSessions,
): KeysLoad {
  const allowed = new Map<number, readonly unknown[]>();
  const stopping = new AbortController();
  let [changes, unreadable] = [0, 0];
  let reads: number[] = [];

  const send = (token: string, id: string, more: RequestInit = {}) =>
    fetch(`${url}/items/platform_sessions/${id}?fields=id${more.method ? "" : ",cookies"}`, {
      ...more,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    });

  async function change(): Promise<void> {
    const index = randomInt(ids.length);
    const value = [{ name: "sid", value: `change ${changes}` }];
    const before = allowed.get(index) ?? [firstValue(index)];
    allowed.set(index, [...before, value]);
    const answer = await send(ownerToken, ids[index] ?? "", {
      method: "PATCH",
      body: JSON.stringify({ cookies: value }),
    });
    await answer.text();
    if (!answer.ok) return;
    allowed.set(index, [value]);
    changes += 1;
  }

  async function read(): Promise<void> {
    const id = ids[randomInt(ids.length)] ?? "";
    const startedAt = performance.now();
    const answer = await send(workerToken, id);
    const text = await answer.text();
    if (!answer.ok) return;
    reads.push(performance.now() - startedAt);
    const { data } = JSON.parse(text) as { data: { cookies: { sealed: string } } };
    if (openOrNothing(ring, data.cookies.sealed, id, owner) === undefined) unreadable += 1;
  }

  const keepOn = async (work: () => Promise<void>, everyMs: number) => {
    while (!stopping.signal.aborted) {
      // While Directus is killed nobody answers.
      await work().catch(() => undefined);
      await wait(everyMs);
    }
  };
  const lanes = [
    keepOn(change, changeEveryMs),
    keepOn(read, readEveryMs),
    keepOn(read, readEveryMs),
  ];

  return {
    allowed: (index) => allowed.get(index) ?? [firstValue(index)],
    changes: () => changes,
    unreadable: () => unreadable,
    takeReads: () => reads.splice(0),
    stop: async () => {
      stopping.abort();
      await Promise.all(lanes);
    },
  };
}
