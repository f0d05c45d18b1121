import type { Knex } from "knex";
import type { Attempt } from "./publisher.ts";

/** How often one generation of a post is tried. */
export const mostAttempts = 5;
/** A worker that ends before it sends says nothing about the post; one that always does, may. */
export const mostReleases = 20;

type Generation = { id: string; generation: number };

/** The try that the post's claim stands for. */
export async function currentAttempt(
  trx: Knex,
  { id, generation, attempt_no: n }: Generation & { attempt_no: number },
): Promise<Attempt | undefined> {
  return trx("publish_attempts").where({ post_id: id, generation, n }).first<Attempt | undefined>();
}

/** The try that a token was handed out for, whoever has the post by now. */
export async function attemptByToken(
  trx: Knex,
  postId: string,
  token: string,
): Promise<Attempt | undefined> {
  return trx("publish_attempts")
    .where({ post_id: postId, claim_token: token })
    .first<Attempt | undefined>();
}

/**
 * The tries of this generation, and how many ended with the worker before it sent. What was put off until
 * somebody signs in is neither, so that a post may wait for her as long as it takes.
 */
export async function countAttempts(
  trx: Knex,
  { id, generation }: Generation,
): Promise<{ tries: number; releases: number }> {
  const rows = await trx("publish_attempts").where({ post_id: id, generation }).select("state");
  const count = (which: Attempt["state"]) => rows.filter(({ state }) => state === which).length;
  const releases = count("released");
  return { tries: rows.length - releases - count("put_off"), releases };
}
