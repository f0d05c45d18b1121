import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";

/** A run that counts against its person's day. */
export type Held = {
  /** Of what did not run and is in no audit. */
  giveBack: () => Promise<void>;
  /** Of what waits for its person: it is no run, and counts as a change, for it takes her attention. */
  giveBackRun: () => Promise<void>;
};

type Counts = { runs: number; changes: number };
type Wanted = { user: string; counts: Counts; most: Counts };

const today = "(clock_timestamp() at time zone 'UTC')::date";

/**
 * Takes one run out of a person's day (UTC), and a change where it changes something. One statement compares and
 * counts, so a day holds no more than it may, however many processes ask at once. Throws REQUESTS_EXCEEDED when it
 * holds no more; nothing is counted then.
 */
export async function holdBudget(
  { database, env }: Pick<Context, "database" | "env">,
  user: string,
  { isChange }: { isChange: boolean },
): Promise<Held> {
  const { actionBudget: most } = gateEnv(env);
  const counts = { runs: 1, changes: isChange ? 1 : 0 };
  const day = await take(database, { user, counts, most });
  const give = (back: Counts) => giveBack(database, { user, day }, back);
  return {
    giveBack: () => give(counts),
    giveBackRun: () => give({ runs: 1, changes: 0 }),
  };
}

/** Answers the day that it was taken from. */
async function take(database: Knex, wanted: Wanted): Promise<string> {
  const { user, most } = wanted;
  const taken = await tryToTake(database, wanted);
  if (taken !== null) return taken;
  if ((await readDay(database, user)) === undefined) {
    await beginDay(database, user);
    const begun = await tryToTake(database, wanted);
    if (begun !== null) return begun;
  }
  const spent = await readDay(database, user);
  throw exceeded((spent?.runs ?? 0) >= most.runs ? "runs" : "changes", most);
}

/**
 * Null when her day holds no more, or has not begun. It waits for no disk: what is written down of the run later is on it
 * only after this.
 */
async function tryToTake(
  database: Knex,
  { user, counts: { runs, changes }, most }: Wanted,
): Promise<string | null> {
  const { rows } = await database.raw<{ rows: { day: string }[] }>(
    `update action_days set runs = runs + :runs, changes = changes + :changes
       from (select set_config('synchronous_commit', 'off', true)) as soon
      where user_id = :user and day = ${today} and runs < :mostRuns
        and (:changes = 0 or changes < :mostChanges)
     returning day::text`,
    { user, runs, changes, mostRuns: most.runs, mostChanges: most.changes },
  );
  return rows[0]?.day ?? null;
}

const readDay = (database: Knex, user: string) =>
  database("action_days")
    .where({ user_id: user })
    .andWhereRaw(`day = ${today}`)
    .first<Counts | undefined>("runs", "changes");

/**
 * Her first run of the day: begins it with what audits and confirmations tell. Nothing of hers is under way that
 * they don't tell of yet, since it would have begun the day.
 */
async function beginDay(database: Knex, user: string): Promise<void> {
  await database.raw(
    `insert into action_days as mine (user_id, day, runs, changes)
     select :user, ${today}, done.runs, done.changes + asked.count
       from (select count(*) as runs, count(*) filter (where effect <> 'read') as changes
               from agent_audits
              where user_id = :user and executed_at >= ${today}::timestamp at time zone 'UTC') as done,
            (select count(*) from confirmations
              where user_id = :user and date_created >= ${today}::timestamp at time zone 'UTC') as asked
     on conflict (user_id) do update
        set day = excluded.day, runs = excluded.runs, changes = excluded.changes
      where mine.day < excluded.day`,
    { user },
  );
}

/** To a day that is over nothing is given back. */
async function giveBack(
  database: Knex,
  { user, day }: { user: string; day: string },
  { runs, changes }: Counts,
): Promise<void> {
  await database("action_days")
    .where({ user_id: user })
    .andWhereRaw("day = ?::date", [day])
    .update({
      runs: database.raw("runs - ?", [runs]),
      changes: database.raw("changes - ?", [changes]),
    });
}

function exceeded(kind: keyof Counts, most: Counts): Error {
  const what = kind === "runs" ? "run" : "changed something";
  const minutes = 24 * 60 - Math.floor((Date.now() / 60_000) % (24 * 60));
  const left = minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
  return refusal(
    "REQUESTS_EXCEEDED",
    `Actions have ${what} ${most[kind]} times in your name today, which is the most. Nothing was done; it goes on at midnight UTC, in ${left}.`,
  );
}
