import { equalSecrets, isApiToken } from "@genie/crypto";
import { flows, serviceUsers } from "@genie/schema";
import { bearerToken } from "../bearer-token.ts";
import type { Accountability, GateRequest, Hook } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { refusal } from "../refusals.ts";
import { dropNeedlessSession } from "./drop-needless-session.ts";
import { findTokenUser, markUsed } from "./find-token-user.ts";

/**
 * Maps bearer tokens of ours to their user: a service's token, which is in no table, and a
 * person's API token, of which only the hash is. All else is left to Directus.
 */
export const authenticate: Hook = ({ filter }, { env: variables, database }) => {
  const env = gateEnv(variables);

  filter<Accountability>("authenticate", async (stranger, meta) => {
    const { req } = meta as unknown as { req: GateRequest };
    const token = bearerToken(req);
    if (token === null) {
      await dropNeedlessSession(req);
      return stranger;
    }
    if (startsWebhook(req)) {
      // The flow's own secret, which its first step checks; Directus would look for a user of it.
      req.token = null;
      return stranger;
    }
    if (equalSecrets(token, env.DIRECTUS_ADMIN_TOKEN)) {
      return { ...stranger, admin: true, app: true };
    }
    if (equalSecrets(token, env.WORKER_TOKEN)) {
      return { ...stranger, user: serviceUsers.worker.id };
    }
    if (!isApiToken(token)) return stranger;

    const found = await findTokenUser(database, token);
    if (!found) {
      throw refusal(
        "INVALID_CREDENTIALS",
        "This token is unknown, expired or revoked. Create a new one in the settings of the dashboard.",
      );
    }
    if (!found.useIsNoted) await markUsed(database, found.tokenId);
    const { user, roles, admin } = found;
    return { ...stranger, user, role: roles[0], roles, ...(admin && { admin }) };
  });
};

const webhooks: ReadonlySet<string> = new Set(
  flows.filter(({ trigger }) => trigger === "webhook").map(({ id }) => `/flows/trigger/${id}`),
);

const startsWebhook = ({ path }: GateRequest) =>
  webhooks.has(path.toLowerCase().replace(/\/$/, ""));
