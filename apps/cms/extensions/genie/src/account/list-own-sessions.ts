import { setTimeout as wait } from "node:timers/promises";
import { sessionId } from "@genie/crypto";
import type { OwnSession } from "@genie/schema";
import type { Context } from "../directus.ts";
import { importFromDirectus } from "../directus-module.ts";
import type { Person } from "./person.ts";
import { chainsOf, selectSessions } from "./session-rows.ts";

type Durations = { getMilliseconds: (value: unknown, fallback: number) => number };

const looks = 5;
const betweenLooksMs = 100;

/** Where she is signed in, by device and without any token. */
export async function listOwnSessions(
  { database, env }: Context,
  person: Person,
): Promise<OwnSession[]> {
  const chains = await wholeChains(() => selectSessions(database, person.user));
  const { getMilliseconds } = await importFromDirectus<Durations>(
    "@directus/api/utils/get-milliseconds",
  );
  // What a log-in and a renewal add to the clock is the same (`directus-env.ts`).
  const lifeMs = getMilliseconds(env["SESSION_COOKIE_TTL"], 0);
  return chains
    .map(({ last, tokens }) => ({
      id: sessionId(last.token),
      is_current: person.session !== undefined && tokens.includes(person.session),
      user_agent: last.user_agent,
      ip: last.ip,
      renewed_at: new Date(last.expires.getTime() - lifeMs).toISOString(),
    }))
    .toSorted(
      (one, other) =>
        Number(other.is_current) - Number(one.is_current) ||
        other.renewed_at.localeCompare(one.renewed_at),
    );
}

/** A device that is being renewed at this moment is waited for; one whose new session is gone is over. */
async function wholeChains(read: () => ReturnType<typeof selectSessions>) {
  for (let look = 1; ; look += 1) {
    const chains = chainsOf(await read());
    if (look === looks || chains.every(({ isWhole }) => isWhole)) {
      return chains.filter(({ isWhole }) => isWhole);
    }
    await wait(betweenLooksMs);
  }
}
