import { expect, it } from "vitest";
import { parseEnv } from "../env.ts";
import { checksOf } from "./installation-probes.ts";

const secret = "x".repeat(40);

it("every instance of every service is a part, by its name", () => {
  const env = parseEnv({
    DASHBOARD_URL: "https://genie.example.com",
    DIRECTUS_URL: "http://127.0.0.1:8050",
    DIRECTUS_EACH_URL: "http://127.0.0.1:8055,http://127.0.0.1:8065",
    WORKER_URL: "http://127.0.0.1:3003, http://127.0.0.1:3013",
    BROWSER_URL: "http://127.0.0.1:3002,http://127.0.0.1:3012",
    MCP_URL: "http://127.0.0.1:3004",
    DIRECTUS_ADMIN_TOKEN: secret,
    PROXY_SECRET: secret,
    RBAC_SYNC_SECRET: secret,
  });
  expect(checksOf(env).map(({ part }) => part)).toEqual([
    "directus",
    "directus-2",
    "worker",
    "worker-2",
    "browser",
    "browser-2",
    "mcp",
  ]);
});
