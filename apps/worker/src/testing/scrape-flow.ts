import { platformScrapeFlow, roles } from "@genie/schema";
import {
  call,
  createSandboxAccount,
  createUser,
  stackUnderTest,
  type TestDatabase,
} from "@genie/testing";
import { create, type Creator } from "./creator.ts";
import { storeSession } from "./stored-session.ts";

/** A creator whose account has a stored session and no password. */
export async function createConnected(options: { posts: number }) {
  const account = await createSandboxAccount(options);
  const user = await createUser({ role: roles.creator.id });
  const profile = await create<{ id: string }>(user, "creator_profiles", {
    platform: "sandbox",
    username: account.username,
  });
  const creator: Creator = { ...user, profileId: profile.id };
  return { account, creator, cookie: await storeSession(creator, account) };
}

/** Starts the flow as the panel's button does; as the administrator where nobody is named. */
export function runFlow(user: { token: string; address: string } | null, keys: string[]) {
  return call("POST", `/flows/trigger/${platformScrapeFlow.id}`, {
    token: user?.token ?? stackUnderTest().adminToken,
    from: user?.address,
    body: { collection: "creator_profiles", keys },
  });
}

/** Asks for an ordinary scrape. */
export function orderScrape({ token, address, profileId }: Creator) {
  const body = { job_type: "scrape_profile", creator_profile_id: profileId };
  return call("POST", "/items/media_jobs", { token, from: address, body });
}

/** What the runs of the flow have left, oldest first. */
export async function flowLogs(database: TestDatabase) {
  const { rows } = await database.query<{ data: { steps: object[]; data: object } }>(
    "select data from directus_revisions where collection = 'directus_flows' and item = $1 order by id",
    [platformScrapeFlow.id],
  );
  return rows.map(({ data }) => data);
}

/** Inserts into the library that wait for another transaction to end. */
export async function waitingInserts(database: TestDatabase): Promise<number> {
  const { rowCount } = await database.query(
    `select 1 from pg_stat_activity
      where wait_event_type = 'Lock' and query ilike 'insert into "scraped_media"%'`,
  );
  return rowCount ?? 0;
}
