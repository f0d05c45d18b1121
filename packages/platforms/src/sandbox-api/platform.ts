import type { Guarantee, Platform } from "../platform.ts";
import { sandboxAccount, sandboxLimits, sandboxOptions } from "../sandbox/platform.ts";

const dayMs = 24 * 60 * 60_000;

const names = {
  idempotent: "Sandbox API with keys",
  lookup: "Sandbox API with a list",
  blind: "Sandbox API without either",
} as const satisfies Record<Guarantee, string>;

/** The sandbox as one reaches it by its API, and what of the API is used to keep a post from going out twice. */
export function sandboxApiPlatform(origin: string, guarantee: Guarantee): Platform {
  return {
    id: `sandbox_${guarantee}`,
    name: names[guarantee],
    origin,
    hosts: [new URL(origin).host],
    ...sandboxAccount,
    connectBy: ["password"],
    logInUrl: `${origin}/login`,
    logInHosts: [],
    isExperimental: false,
    version: 1,
    guarantee,
    prepareMs: 1_000,
    sendTimeoutMs: 5_000,
    settleMs: 2_000,
    ...(guarantee === "idempotent" && { keyWindowMs: dayMs }),
    limits: sandboxLimits,
    options: sandboxOptions,
    ...(guarantee !== "blind" && { deletesPosts: true }),
    slots: { total: 32, perAccount: 2 },
    profileUrl: (username) => `${origin}/@${encodeURIComponent(username)}`,
  };
}
