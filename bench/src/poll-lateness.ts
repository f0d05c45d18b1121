import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import type { AdapterContext } from "@genie/platforms";
import { createAdapters, requireAdapter } from "@genie/platforms/adapters";
import type { Account, PublishingStack } from "./publishing-stack.ts";

const pollMs = 60_000;

const openPage = () => Promise.reject(new AppError("internal", "An API has no pages."));

type Due = { id: number; due: Date };

/**
 * How late posts go out that are due evenly over a minute, with the usual design on the same servers:
 * a poll each minute takes what is due and sends one after the other. Milliseconds from its time to
 * the request.
 */
export async function pollLateness(
  { database, sandboxUrl }: PublishingStack,
  { username, password }: Account,
  { count, platform }: { count: number; platform: string },
  signal: AbortSignal,
): Promise<number[]> {
  const adapter = requireAdapter(createAdapters({ sandboxUrl, sandboxApis: true }), platform);
  const signingIn: AdapterContext = { username, cookies: [], openPage, fetch, signal };
  const signedIn = await adapter.logIn(signingIn, { username, password });
  if (signedIn.kind !== "signed_in") throw new AppError("internal", signedIn.sentence);
  const context = { ...signingIn, cookies: signedIn.cookies };

  await database.query("create temp table polled (id int, due timestamptz, state text)");
  await database.query(
    `insert into polled select n, clock_timestamp() + n * interval '1 millisecond' * $2::int / $1::int, 'due'
       from generate_series(1, $1::int) n`,
    [count, pollMs],
  );
  const lateMs: number[] = [];
  while (lateMs.length < count) {
    await wait(pollMs, undefined, { signal });
    const { rows } = await database.query<Due>(
      "select id, due from polled where state = 'due' and due <= clock_timestamp() order by due",
    );
    for (const { id, due } of rows) {
      const prepared = await adapter.preparePost(context, {
        caption: `Polled ${id}`,
        files: [],
        rating: "general",
        config: {},
        dueAt: due,
        idempotencyKey: crypto.randomUUID(),
      });
      lateMs.push(Date.now() - due.getTime());
      await prepared.send();
      await database.query("update polled set state = 'sent' where id = $1", [id]);
    }
  }
  await database.query("drop table polled");
  return lateMs;
}
