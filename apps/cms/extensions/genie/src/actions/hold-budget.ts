import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";

/** A run that counts against its person's day. */
export type Held = {
  /** Of what did not run and is in no audit. */
  giveBack: () => void;
  /** Of what waits for its person: it is no run, and counts as a change, for it takes her attention. */
  giveBackRun: () => void;
};

type Counts = { runs: number; changes: number };
type Wanted = { user: string; isChange: boolean; most: Counts };
type Stock = Counts & { day: string };

const today = "(clock_timestamp() at time zone 'UTC')::date";

/**
 * What this process has taken of people's days (UTC) and not spent, by person: most runs cost no statement of their own.
 * What a process that ends still has counts as spent.
 */
const stocks = new Map<string, Stock>();
/** It takes as many at once, and fewer the less is left, so that another process is not refused what lies here. */
const portion = { most: 16, ofWhatIsLeft: 8 };

/**
 * Takes one run out of a person's day, and a change where it changes something. One statement compares and counts, so a
 * day holds no more than it may, however many processes ask at once. Throws REQUESTS_EXCEEDED when it holds no more;
 * nothing is counted then.
 */
export async function holdBudget(
  { database, env }: Pick<Context, "database" | "env">,
  user: string,
  { isChange }: { isChange: boolean },
): Promise<Held> {
  const { actionBudget: most } = gateEnv(env);
  const counts = { runs: 1, changes: isChange ? 1 : 0 };
  const known = stockOf(user);
  const isEnough = known && known.runs >= counts.runs && known.changes >= counts.changes;
  const stock = isEnough ? known : keep(user, await take(database, { user, isChange, most }));
  const put = ({ runs, changes }: Counts) => {
    stock.runs += runs;
    stock.changes += changes;
  };
  put({ runs: -counts.runs, changes: -counts.changes });
  return {
    giveBack: () => put(counts),
    giveBackRun: () => put({ runs: 1, changes: 0 }),
  };
}

function stockOf(user: string): Stock | undefined {
  const stock = stocks.get(user);
  return stock?.day === new Date().toISOString().slice(0, 10) ? stock : undefined;
}

/** Adds what was taken to what there is of the same day; of a day that is over nothing is kept. */
function keep(user: string, taken: Stock): Stock {
  const stock = stocks.get(user);
  if (stock?.day === taken.day) {
    stock.runs += taken.runs;
    stock.changes += taken.changes;
    return stock;
  }
  for (const [other, { day }] of stocks) if (day < taken.day) stocks.delete(other);
  stocks.set(user, taken);
  return taken;
}

async function take(database: Knex, wanted: Wanted): Promise<Stock> {
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
async function tryToTake(database: Knex, { user, isChange, most }: Wanted): Promise<Stock | null> {
  const { rows } = await database.raw<{ rows: Stock[] }>(
    `with portion as (
       select ${share("runs")} as runs, case when :isChange then ${share("changes")} else 0 end as changes
         from action_days, (select set_config('synchronous_commit', 'off', true)) as soon
        where user_id = :user and day = ${today} and runs < :mostRuns
          and (not :isChange or changes < :mostChanges)
          for update of action_days
     )
     update action_days as mine
        set runs = mine.runs + portion.runs, changes = mine.changes + portion.changes
       from portion where mine.user_id = :user
     returning mine.day::text, portion.runs, portion.changes`,
    { user, isChange, mostRuns: most.runs, mostChanges: most.changes },
  );
  return rows[0] ?? null;
}

function share(kind: keyof Counts): string {
  const left = `(cast(${kind === "runs" ? ":mostRuns" : ":mostChanges"} as int) - ${kind})`;
  return `least(${portion.most}, greatest(1, ${left} / ${portion.ofWhatIsLeft}))`;
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

function exceeded(kind: keyof Counts, most: Counts): Error {
  const what = kind === "runs" ? "run" : "changed something";
  const minutes = 24 * 60 - Math.floor((Date.now() / 60_000) % (24 * 60));
  const left = minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
  return refusal(
    "REQUESTS_EXCEEDED",
    `Actions have ${what} ${most[kind]} times in your name today, which is the most. Nothing was done; it goes on at midnight UTC, in ${left}.`,
  );
}
