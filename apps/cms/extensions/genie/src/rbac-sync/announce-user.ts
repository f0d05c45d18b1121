import { signWebhook } from "@genie/crypto";
import type { GateEnv } from "../gate-env.ts";

/** Posts the webhook; answers what went wrong rather than throwing, since it is sent again. */
export async function announceUser(
  user: string,
  { DASHBOARD_URL, RBAC_SYNC_SECRET }: Pick<GateEnv, "DASHBOARD_URL" | "RBAC_SYNC_SECRET">,
): Promise<string> {
  const body = JSON.stringify({ event: "users.create", user });
  const timestamp = Math.floor(Date.now() / 1000);
  const { signature } = signWebhook(RBAC_SYNC_SECRET, body, { timestamp });
  try {
    const response = await fetch(`${DASHBOARD_URL}/api/rbacSync`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-genie-timestamp": String(timestamp),
        "x-genie-signature": signature,
      },
      body,
      signal: AbortSignal.timeout(5000),
    });
    return response.ok ? "ok" : `status ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : "unreachable";
  }
}
