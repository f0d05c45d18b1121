import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ScriptedModel, startScriptedModel } from "@genie/scripted-model";
import { type Env, processEnv } from "../env.ts";
import { dataPaths, repositoryRoot } from "../paths.ts";
import { findFreePort, freePorts } from "../ports.ts";
import type { Report } from "../report.ts";
import { secretNames } from "../secrets.ts";
import { redisService } from "../services/redis.ts";
import { settingNames } from "../settings.ts";
import { keepUpAdapterServers } from "./adapter-servers.ts";
import { openNginxFront } from "./nginx-front.ts";
import { type OtherPlatform, openOtherPlatforms, type OtherPlatforms } from "./other-platforms.ts";
import { type RunningStack, startStack } from "../start-stack.ts";
import { stopStack } from "../stop-stack.ts";
import type { StackContext, StackPlan } from "../stack-context.ts";
import { lockHolder } from "../supervision/supervisor-lock.ts";
import type { ToolPaths } from "../tools/provide-tools.ts";
import { wholeStack } from "../whole-stack.ts";

const prefix = "genie-test-";

export type TestStack = RunningStack & {
  /** A Redis beside the stack, which itself runs on PostgreSQL; null where Redis is not installed. */
  redisUrl: string | null;
  /** Servers of platforms that are not ours, those that were asked for. */
  platforms: OtherPlatforms["servers"];
  /** The variables that name the servers for tests of adapters; none where they were not asked for. */
  adapterServers: Record<string, string>;
};

export type ThrowawayOptions = {
  /** Other services than those of the whole stack. */
  plan?: StackPlan;
  /** Data that outlasts a crash of the database. */
  durable?: boolean;
  /** Servers of platforms that are not ours, to publish to. */
  platforms?: readonly OtherPlatform[];
  /** A sandbox and a browser service more, for tests of adapters. */
  forAdapters?: boolean;
  /** nginx in front, with TLS, where there is one: people and programs reach the stack through it alone. */
  behindNginx?: boolean;
};

/**
 * Brings the whole stack up in a folder and on ports of its own, with the sandbox, a Redis and a stand-in
 * for a language model beside it: nothing of the operator's is used. `settings` win over those of tests.
 */
export async function startThrowawayStack(
  folder: string,
  tools: ToolPaths,
  report: Report,
  signal: AbortSignal,
  settings: Env = {},
  {
    plan = wholeStack,
    durable = false,
    platforms = [],
    forAdapters = false,
    behindNginx = false,
  }: ThrowawayOptions = {},
): Promise<TestStack> {
  const [others, model] = await Promise.all([openOtherPlatforms(platforms), startScriptedModel()]);
  const nginx =
    behindNginx && tools.nginx !== null ? await openNginxFront(tools.nginx, folder) : null;
  const ours = new Set<string>([...settingNames, ...secretNames]);
  const foreign = Object.entries(processEnv()).filter(([name]) => !ours.has(name));
  const env: Env = {
    ...Object.fromEntries(foreign),
    GENIE_DATA_DIR: folder,
    ...(await freePorts()),
    SWEEP_INTERVAL_MS: "2000",
    // Nobody listens there but the test that looks at spans.
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await findFreePort()}`,
    SANDBOX_APIS: "true",
    ...others.settings,
    ...nginx?.settings,
    ...(tools.chromium !== null && { CHROMIUM_PATH: tools.chromium }),
    ...(tools.ffmpeg !== null && { FFMPEG_PATH: tools.ffmpeg }),
    ...settings,
  };
  const redis = tools.redis === null ? null : { program: tools.redis, url: await freeRedisUrl() };
  let adapterServers: Record<string, string> = {};
  const closeOthers = () => Promise.all([nginx?.stop(), others.close(), model.close()]);
  const stack = await startStack({
    env,
    root: repositoryRoot,
    plan: async (context) => {
      const [urls] = await Promise.all([
        plan(withModel(context, model)),
        others.keepUp(context),
        redis &&
          context.phase("Redis for tests", () => context.keepUp(redisService(context, redis))),
        forAdapters &&
          context.phase("Servers of adapters", async () => {
            adapterServers = await keepUpAdapterServers(context, tools);
          }),
      ]);
      return urls;
    },
    sandbox: true,
    mailbox: plan === wholeStack,
    report,
    durable,
    signal,
  }).catch(async (error: unknown) => {
    await closeOthers();
    throw error;
  });
  return {
    ...stack,
    redisUrl: redis?.url ?? null,
    platforms: others.servers,
    adapterServers,
    stop: async () => {
      await stack.stop();
      await closeOthers();
    },
  };
}

/** The assistant and actions have a model to ask; the services that read pages do without one. */
const withModel = (context: StackContext, { url, model }: ScriptedModel): StackContext => ({
  ...context,
  keepUp: (service) => {
    const isAsking = service.name === "directus" || service.name === "dashboard";
    const env = { ...service.env, ...(isAsking && { LLM_BASE_URL: url, LLM_MODEL: model }) };
    return context.keepUp({ ...service, env });
  },
});

async function freeRedisUrl(): Promise<string> {
  return `redis://:${randomBytes(24).toString("hex")}@127.0.0.1:${await findFreePort()}`;
}

export function makeThrowawayFolder(): string {
  return mkdtempSync(join(tmpdir(), prefix));
}

/** Ends and removes what test runs that were killed have left behind. */
export async function removeAbandonedStacks(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const paths = dataPaths(join(tmpdir(), name));
    if (!existsSync(paths.state) || lockHolder(paths.lock) !== null) continue;
    await stopStack(paths);
    rmSync(paths.root, { recursive: true, force: true });
  }
}

/** Keeps what tells why a run failed where it can be looked at; answers with the place. */
export function keepTraces(folder: string): string {
  const kept = join(repositoryRoot, "test-results");
  for (const name of ["logs", "journeys"]) {
    rmSync(join(kept, name), { recursive: true, force: true });
    const made = join(folder, name);
    if (existsSync(made)) cpSync(made, join(kept, name), { recursive: true });
  }
  return kept;
}
