import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import type { Program } from "../run-program.ts";
import { inheritedEnv } from "../service-env.ts";
import type { StackContext } from "../stack-context.ts";

const offered = ["--filter=@genie/dashboard", "--filter=@genie/extension"];

/** Builds the dashboard and the extension that it offers; the cache makes it quick when nothing has changed. */
export function buildDashboard(stack: StackContext): Program {
  const turbo = join(repositoryRoot, "node_modules", ".bin", "turbo");
  return {
    name: "build-dashboard",
    command: [turbo, "run", "build", ...offered, "--env-mode=loose"],
    env: {
      ...inheritedEnv(stack.env),
      TURBO_TELEMETRY_DISABLED: "1",
      TURBO_NO_UPDATE_NOTIFIER: "1",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    folder: repositoryRoot,
  };
}
