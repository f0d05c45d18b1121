import type { Context } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";

/** A run that counts against its person's day. */
export type Held = {
  /** Counts it among those that change something. Throws REQUESTS_EXCEEDED when the day holds no more. */
  asChange: () => void;
  /** Of what did not run and is in no audit. */
  giveBack: () => void;
  /** Of what waits for its person: it is no run, and counts as a change, for it takes her attention. */
  giveBackRun: () => void;
};

type Runs = { runs: number; changes: number };

/**
 * What people have spent of a day (UTC), by person: read from audits and confirmations once, and counted from then on,
 * so that runs which end while others begin are never counted twice. All runs are of this process.
 */
const spent = { day: "", by: new Map<string, Promise<Runs>>() };

/** Takes one run out of a person's day. Throws REQUESTS_EXCEEDED when it holds no more. */
export async function holdBudget(context: Context, user: string): Promise<Held> {
  const { actionBudget: most } = gateEnv(context.env);
  const mine = await spentToday(context, user);
  const held: Runs = { runs: 0, changes: 0 };
  const hold = (kind: keyof Runs) => {
    if (mine[kind] >= most[kind]) throw exceeded(kind, most[kind]);
    mine[kind] += 1;
    held[kind] += 1;
  };
  hold("runs");
  return {
    asChange: () => hold("changes"),
    giveBack: () => {
      mine.runs -= held.runs;
      mine.changes -= held.changes;
    },
    giveBackRun: () => {
      mine.runs -= held.runs;
    },
  };
}

function spentToday(context: Context, user: string): Promise<Runs> {
  const today = new Date().toISOString().slice(0, 10);
  if (spent.day !== today) {
    spent.day = today;
    spent.by.clear();
  }
  const known = spent.by.get(user);
  if (known) return known;
  const read = readSpent(context, user, today);
  spent.by.set(user, read);
  read.catch(() => spent.by.delete(user));
  return read;
}

async function readSpent({ database }: Context, user: string, day: string): Promise<Runs> {
  const done = await database("agent_audits")
    .where({ user_id: user })
    .andWhereRaw("executed_at >= ?::date::timestamp at time zone 'UTC'", [day])
    .first<Runs>(
      database.raw("count(*)::int as runs"),
      database.raw("count(*) filter (where effect <> 'read')::int as changes"),
    );
  const asked = await database("confirmations")
    .where({ user_id: user })
    .andWhereRaw("date_created >= ?::date::timestamp at time zone 'UTC'", [day])
    .first<{ count: number }>(database.raw("count(*)::int as count"));
  return { runs: done.runs, changes: done.changes + asked.count };
}

function exceeded(kind: keyof Runs, most: number): Error {
  const what = kind === "runs" ? "run" : "changed something";
  const minutes = 24 * 60 - Math.floor((Date.now() / 60_000) % (24 * 60));
  const left = minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
  return refusal(
    "REQUESTS_EXCEEDED",
    `Actions have ${what} ${most} times in your name today, which is the most. Nothing was done; it goes on at midnight UTC, in ${left}.`,
  );
}
