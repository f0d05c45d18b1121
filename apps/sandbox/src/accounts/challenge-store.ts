import { randomInt } from "node:crypto";
import { all, type Database, one } from "../store/database.ts";
import { createSecretToken, hashToken } from "./secret-token.ts";

export type Step = "captcha" | "code";

/** A log-in whose password was right and that waits for more: the first of `steps`. */
export type Challenge = {
  token_hash: string;
  account_id: number;
  steps: Step[];
  word: string;
  code: string;
  next: string;
  failures: number;
  expires_at: number;
};
export type ChallengeStore = ReturnType<typeof createChallengeStore>;

const lifeMs = 10 * 60 * 1000;
const mostFailures = 5;
const words = ["harbor", "maple", "lantern", "meadow", "copper", "willow", "orchid", "pebble"];

export function createChallengeStore(database: Database) {
  const insert = database.prepare(
    `INSERT INTO challenges (token_hash, account_id, steps, word, code, next, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const find = database.prepare("SELECT * FROM challenges WHERE token_hash = ? AND expires_at > ?");
  const list = database.prepare("SELECT * FROM challenges WHERE expires_at > ?");
  const setSteps = database.prepare("UPDATE challenges SET steps = ? WHERE token_hash = ?");
  const countFailure = database.prepare(
    "UPDATE challenges SET failures = failures + 1 WHERE token_hash = ?",
  );
  const remove = database.prepare("DELETE FROM challenges WHERE token_hash = ?");
  const removeExpired = database.prepare("DELETE FROM challenges WHERE expires_at <= ?");

  return {
    /** Keeps a log-in for ten minutes and gives the token for its cookie. */
    create(accountId: number, steps: Step[], next: string, now: number): string {
      const token = createSecretToken();
      const word = words[randomInt(words.length)] ?? "harbor";
      const code = String(randomInt(1_000_000)).padStart(6, "0");
      removeExpired.run(now);
      const values = [JSON.stringify(steps), word, code, next, now + lifeMs];
      insert.run(hashToken(token), accountId, ...values);
      return token;
    },
    find(token: string, now: number): Challenge | undefined {
      const row = one<Row>(find, hashToken(token), now);
      return row && fromRow(row);
    },
    list: (now: number) => all<Row>(list, now).map(fromRow),
    /** Takes the first step off; true when none is left and the person is in. */
    passStep(challenge: Challenge): boolean {
      const steps = challenge.steps.slice(1);
      if (steps.length === 0) remove.run(challenge.token_hash);
      else setSteps.run(JSON.stringify(steps), challenge.token_hash);
      return steps.length === 0;
    },
    /** Counts a wrong answer; true when it was one too many and the log-in is over. */
    failStep(challenge: Challenge): boolean {
      const over = challenge.failures + 1 >= mostFailures;
      if (over) remove.run(challenge.token_hash);
      else countFailure.run(challenge.token_hash);
      return over;
    },
  };
}

type Row = Omit<Challenge, "steps"> & { steps: string };

function fromRow(row: Row): Challenge {
  return { ...row, steps: JSON.parse(row.steps) };
}
