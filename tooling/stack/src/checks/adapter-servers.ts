import { join } from "node:path";
import { findFreePort } from "../ports.ts";
import { browserService } from "../services/browser.ts";
import { sandboxService } from "../services/sandbox.ts";
import type { StackContext } from "../stack-context.ts";
import type { ToolPaths } from "../tools/provide-tools.ts";

/**
 * Starts a sandbox and a browser service beside those of the stack, for tests of adapters alone: what goes
 * wrong there goes wrong for nobody else. Answers the variables that name them.
 */
export async function keepUpAdapterServers(
  context: StackContext,
  tools: ToolPaths,
): Promise<Record<string, string>> {
  const { paths } = context;
  const ports = {
    ...context.ports,
    browser: await findFreePort(),
    sandbox: await findFreePort(),
  };
  const browserUrl = `http://127.0.0.1:${ports.browser}`;
  const folder = join(paths.root, "adapters");
  const own: StackContext = {
    ...context,
    ports,
    addresses: { ...context.addresses, browser: browserUrl },
    paths: { ...paths, browser: join(folder, "browser"), sandbox: join(folder, "sandbox") },
  };
  await Promise.all([
    context.keepUp({ ...sandboxService(own, tools), name: "sandbox-of-adapters" }),
    tools.chromium !== null &&
      context.keepUp({ ...browserService(own, tools.chromium), name: "browser-of-adapters" }),
  ]);
  return {
    BROWSER_URL: browserUrl,
    SANDBOX_URL: `http://sandbox.localhost:${ports.sandbox}`,
    SANDBOX_ADMIN_URL: `http://127.0.0.1:${ports.sandbox}/admin`,
  };
}
