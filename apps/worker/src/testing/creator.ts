import { roles } from "@genie/schema";
import { type Answer, call, createUser, type SandboxAccount, type TestUser } from "@genie/testing";
import { vi } from "vitest";

export type Creator = TestUser & { profileId: string };

export type JobRow = {
  id: string;
  status: string;
  progress: number;
  attempts: number;
  error: string | null;
  result: Record<string, number> | null;
  output_media_id: string | null;
};

/** Longer than any job of these tests needs; what takes so long has gone wrong. */
const patience = { timeout: 150_000, interval: 250 };

/** A creator with one account, on the sandbox or on a platform like it, not yet signed in to. */
export async function createCreator(
  credentials: SandboxAccount | (Record<string, string> & { username: string }),
  platform = "sandbox",
): Promise<Creator> {
  const user = await createUser({ role: roles.creator.id });
  const profile = await create<{ id: string }>(user, "creator_profiles", {
    platform,
    username: credentials.username,
    credentials,
  });
  return { ...user, profileId: profile.id };
}

export async function create<Row>(user: TestUser, collection: string, row: object): Promise<Row> {
  const { token, address: from } = user;
  return dataOf(await call("POST", `/items/${collection}`, { token, from, body: row })) as Row;
}

export async function change(
  user: TestUser,
  collection: string,
  id: string,
  row: object,
): Promise<void> {
  const { token, address: from } = user;
  dataOf(await call("PATCH", `/items/${collection}/${id}`, { token, from, body: row }));
}

export async function read<Row>(user: TestUser, path: string): Promise<Row> {
  return dataOf(await call("GET", path, { token: user.token, from: user.address })) as Row;
}

/** Asks for a job and waits for its end. */
export async function runJob(user: TestUser, job: object): Promise<JobRow> {
  const { id } = await create<{ id: string }>(user, "media_jobs", job);
  return endOfJob(user, id);
}

export async function endOfJob(user: TestUser, id: string): Promise<JobRow> {
  return vi.waitFor(async () => {
    const row = await read<JobRow>(user, `/items/media_jobs/${id}`);
    if (row.status === "queued" || row.status === "active") throw new Error("not over yet");
    return row;
  }, patience);
}

export function scrape(creator: Creator): Promise<JobRow> {
  const { profileId } = creator;
  return runJob(creator, { job_type: "scrape_profile", creator_profile_id: profileId });
}

/** A creator whose account has been read. Throws when that fails. */
export async function createReadCreator(account: SandboxAccount): Promise<Creator> {
  const creator = await createCreator(account);
  const { status, error } = await scrape(creator);
  if (status !== "completed") throw new Error(`The account was not read: ${error}`);
  return creator;
}

export function readProfile(creator: Creator): Promise<Record<string, unknown>> {
  return read(creator, `/items/creator_profiles/${creator.profileId}`);
}

function dataOf({ status, text, data }: Answer): unknown {
  if (status >= 300) throw new Error(`Directus refused: ${status} ${text}`);
  return data;
}
