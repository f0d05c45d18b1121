import type { Knex } from "knex";

export type CapturedSession = {
  id: string;
  account: string;
  key_id: number;
  captured_at: Date;
  expires_at: Date | null;
  status: "active" | "expired";
};

/** What extensions have stored of accounts and is not wiped, by account: the last of each. */
export async function capturedSessions(
  database: Knex,
  accounts: readonly string[],
): Promise<Map<string, CapturedSession>> {
  const rows = await database("platform_sessions")
    .whereIn("creator_profile_id", [...accounts])
    .where("captured_by", "extension")
    .whereIn("status", ["active", "expired"])
    .orderBy("captured_at")
    .select<CapturedSession[]>({
      id: "id",
      account: "creator_profile_id",
      key_id: "key_id",
      captured_at: "captured_at",
      expires_at: "expires_at",
      status: "status",
    });
  return new Map(rows.map((row) => [row.account, row]));
}
