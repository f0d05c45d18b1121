import { describe, expect, it } from "vitest";
import { parseEnv } from "./env.ts";

const secret = "a secret of at least thirty-two characters";
const good = {
  DASHBOARD_URL: "http://localhost:3100/",
  DIRECTUS_URL: "http://127.0.0.1:8055",
  DIRECTUS_ADMIN_TOKEN: "a-token-of-sixteen-characters",
  PROXY_SECRET: secret,
  RBAC_SYNC_SECRET: secret,
};

describe("parseEnv", () => {
  it("fills in what may be left out, empty counting as left out", () => {
    expect(parseEnv({ ...good, TRUSTED_PROXIES: "", REGISTRATION: "" })).toMatchObject({
      DASHBOARD_HOST: "127.0.0.1",
      DASHBOARD_PORT: 3100,
      DASHBOARD_URL: "http://localhost:3100",
      REGISTRATION: "open",
      SESSION_COOKIE_NAME: "directus_session_token",
      TRUSTED_PROXIES: [],
    });
  });

  it("splits the trusted proxies", () => {
    expect(parseEnv({ ...good, TRUSTED_PROXIES: "127.0.0.1, ::1," }).TRUSTED_PROXIES).toEqual([
      "127.0.0.1",
      "::1",
    ]);
  });

  it("names everything that is wrong in one sentence, and never a value", () => {
    const wrong = { ...good, PROXY_SECRET: "short", DIRECTUS_URL: "ftp://x", DASHBOARD_PORT: "x" };
    expect(() => parseEnv({ ...wrong, RBAC_SYNC_SECRET: undefined })).toThrow(
      "The dashboard cannot start: DASHBOARD_PORT must be a port number; DIRECTUS_URL must be an http:// or https:// address; PROXY_SECRET must have at least 32 characters; RBAC_SYNC_SECRET is missing.",
    );
  });
});
