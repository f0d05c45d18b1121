import { join } from "node:path";
import { repositoryRoot } from "../paths.ts";
import type { Program } from "../run-program.ts";
import { inheritedEnv } from "../service-env.ts";
import type { StackContext } from "../stack-context.ts";

/** Builds an app and what it needs; the cache makes it quick when nothing has changed. */
export function build(stack: StackContext, app: "cms" | "dashboard"): Program {
  const turbo = join(repositoryRoot, "node_modules", ".bin", "turbo");
  return {
    name: `build-${app}`,
    command: [turbo, "run", "build", `--filter=@genie/${app}`, "--env-mode=loose"],
    env: {
      ...inheritedEnv(stack.env),
      TURBO_TELEMETRY_DISABLED: "1",
      TURBO_NO_UPDATE_NOTIFIER: "1",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    folder: repositoryRoot,
  };
}
