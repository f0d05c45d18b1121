import { createItem, readItem, readItems, updateItem } from "@directus/sdk";
import { CheckResult, type MediaJob } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/** A platform that was read without a doubt, and with which version of its recipe. */
export type PassedCheck = { platform: string; version: number; passedAt: string };

/** What has passed on this installation, whoever's account it was. */
export async function listPassedChecks(client: DirectusClient): Promise<PassedCheck[]> {
  const rows = await client.send(
    readItems("platform_checks", { fields: ["platform", "version", "passed_at"], limit: -1 }),
  );
  return rows.map(({ platform, version, passed_at }) => ({
    platform,
    version,
    passedAt: passed_at,
  }));
}

/** Writes down that a platform was read without a doubt, in the place of an earlier time. */
export async function recordPassedCheck(
  client: DirectusClient,
  passed: { platform: string; version: number; profileId: string },
): Promise<void> {
  const { platform, version, profileId: creator_profile_id } = passed;
  const [known] = await client.send(
    readItems("platform_checks", {
      fields: ["id"],
      filter: { platform: { _eq: platform } },
      limit: 1,
    }),
  );
  const row = { version, passed_at: new Date().toISOString(), creator_profile_id };
  await client.send(
    known === undefined
      ? createItem("platform_checks", { ...row, platform }, { fields: ["id"] })
      : updateItem("platform_checks", known.id, row, { fields: ["id"] }),
  );
}

/** Asks whether the platform of an account can be read, and gives the id of the job. */
export async function createVerifyJob(client: DirectusClient, profileId: string): Promise<string> {
  const row = { job_type: "verify_platform", creator_profile_id: profileId } as const;
  const { id } = await client.send(createItem("media_jobs", row, { fields: ["id"] }));
  return id;
}

/** How that job stands. `result` once it has come to one, `problem` when it has not and won't. */
export async function readVerifyJob(
  client: DirectusClient,
  id: string,
): Promise<{ status: MediaJob["status"]; result: CheckResult | null; problem: string | null }> {
  const fields = ["status", "result", "error"] as const;
  const row = await client.send(readItem("media_jobs", id, { fields: [...fields] }));
  const result = CheckResult.safeParse(row.result).data ?? null;
  return { status: row.status, result, problem: row.error };
}

/** Accounts of everybody, for an administrator. */
export async function listConnectedAccounts(client: DirectusClient) {
  return client.send(
    readItems("creator_profiles", {
      fields: ["id", "platform", "username", "connection_status"],
      sort: ["platform", "username"],
      limit: -1,
    }),
  );
}
