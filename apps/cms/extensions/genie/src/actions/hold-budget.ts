import { gateEnv } from "../gate-env.ts";
import type { Context } from "../directus.ts";
import { refusal } from "../refusals.ts";

/** A run that counts against its person's day until it is written down. */
export type Held = {
  /** Counts it among those that change something. Throws REQUESTS_EXCEEDED when the day holds no more. */
  asChange: () => Promise<void>;
  release: () => void;
};

type Runs = { runs: number; changes: number };

/** Of this process, by person: what runs at this moment is in no row yet. */
const running = new Map<string, Runs>();

/** Takes one run out of a person's day (UTC). Throws REQUESTS_EXCEEDED when it holds no more. */
export async function holdBudget(context: Context, user: string): Promise<Held> {
  const { actionBudget: most } = gateEnv(context.env);
  const mine = running.get(user) ?? { runs: 0, changes: 0 };
  running.set(user, mine);
  const held: Runs = { runs: 0, changes: 0 };
  const release = () => {
    mine.runs -= held.runs;
    mine.changes -= held.changes;
    if (mine.runs === 0) running.delete(user);
  };
  const hold = async (kind: keyof Runs) => {
    held[kind] += 1;
    mine[kind] += 1;
    const done = await doneToday(context, user);
    if (done[kind] + mine[kind] > most[kind]) throw spent(kind, most[kind]);
  };
  try {
    await hold("runs");
  } catch (error) {
    release();
    throw error;
  }
  return { asChange: () => hold("changes"), release };
}

async function doneToday({ database }: Context, user: string): Promise<Runs> {
  const row = await database("agent_audits")
    .where({ user_id: user })
    .andWhereRaw("executed_at >= date_trunc('day', clock_timestamp(), 'UTC')")
    .first<Runs>(
      database.raw("count(*)::int as runs"),
      database.raw("count(*) filter (where effect <> 'read')::int as changes"),
    );
  return row;
}

function spent(kind: keyof Runs, most: number): Error {
  const what = kind === "runs" ? "run" : "changed something";
  const minutes = 24 * 60 - Math.floor((Date.now() / 60_000) % (24 * 60));
  const left = minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
  return refusal(
    "REQUESTS_EXCEEDED",
    `Actions have ${what} ${most} times in your name today, which is the most. Nothing was done; it goes on at midnight UTC, in ${left}.`,
  );
}
