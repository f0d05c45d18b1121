import { type KeyRing, parseKeyRing } from "@genie/crypto";
import { z } from "zod";

const secret = z.string().min(32);

const Variables = z.object({
  DASHBOARD_URL: z.url(),
  DIRECTUS_ADMIN_TOKEN: secret,
  WORKER_TOKEN: secret,
  PROXY_SECRET: secret,
  RBAC_SYNC_SECRET: secret,
  SEALING_KEYS: z.string(),
  SEALING_PRIMARY_KEY: z.coerce.string(),
  SESSION_COOKIE_NAME: z.string(),
  REFRESH_TOKEN_COOKIE_NAME: z.string().default("directus_refresh_token"),
});

export type GateEnv = Omit<z.infer<typeof Variables>, "SEALING_KEYS" | "SEALING_PRIMARY_KEY"> & {
  keyRing: KeyRing;
  /** The one origin that browsers may write from. */
  origin: string;
};

/** What the gate needs of the environment. The CMS checks the same variables before it starts. */
export function gateEnv(env: Record<string, unknown>): GateEnv {
  const { SEALING_KEYS, SEALING_PRIMARY_KEY, ...rest } = Variables.parse(env);
  return {
    ...rest,
    keyRing: parseKeyRing(SEALING_KEYS, SEALING_PRIMARY_KEY),
    origin: new URL(rest.DASHBOARD_URL).origin,
  };
}
