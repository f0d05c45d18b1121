import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "../env.ts";
import { findFreePort } from "../ports.ts";
import { runNginx } from "../testing/run-nginx.ts";

export type NginxFront = {
  /** What tells a stack, and who asks it, that it is reached through this nginx alone. */
  settings: Env;
  stop: () => Promise<void>;
};

/** nginx with TLS as operators have it, in front of a stack that is yet to start. */
export async function openNginxFront(program: string, parent: string): Promise<NginxFront> {
  const folder = join(parent, "nginx");
  mkdirSync(folder);
  const [plain, tls, dashboard] = [
    await findFreePort(),
    await findFreePort(),
    await findFreePort(),
  ];
  const { origin, certificate, key, stop } = await runNginx({
    program,
    folder,
    ports: { plain, tls, dashboard },
  });
  return {
    settings: {
      DASHBOARD_URL: origin,
      DASHBOARD_PORT: String(dashboard),
      TRUSTED_PROXIES: "127.0.0.1",
      NODE_EXTRA_CA_CERTS: certificate,
      // For who stands between a browser and nginx.
      TEST_TLS_KEY: key,
    },
    stop,
  };
}
