import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { prepareDemo } from "../demo/prepare-demo.ts";
import { processEnv } from "../env.ts";
import { problemText } from "../exit-with.ts";
import { sandboxAccount } from "../services/sandbox.ts";
import { provideTools, type ToolPaths } from "../tools/provide-tools.ts";
import { missingSentence } from "../tools/tool.ts";
import { addUp, type Outcome } from "./count-results.ts";
import { runChaos } from "./run-chaos.ts";
import { runVerify } from "./run-verify.ts";
import { type JourneyProject, runPlaywright, runVitest } from "./suites.ts";
import { tellSuite } from "./tell-suite.ts";
import { testEnv } from "./test-env.ts";
import {
  keepTraces,
  makeThrowawayFolder,
  removeAbandonedStacks,
  startThrowawayStack,
  type TestStack,
} from "./throwaway-stack.ts";

/**
 * What `npm test` runs, and what it runs when it is named alone: `wide`, the journeys of the phone on a desktop, and
 * `pictures`, which makes those of the pages anew.
 */
export const suites = ["verify", "integration", "e2e", "chaos"] as const;
export const suitesByName = [...suites, "wide", "pictures"] as const;
export type SuiteName = (typeof suitesByName)[number];

type Options = { wanted: readonly SuiteName[]; filter: string | undefined; signal: AbortSignal };

/** Runs the wanted suites; one that fails does not keep the others from running. */
export async function runTests({ wanted, filter, signal }: Options): Promise<Outcome> {
  await removeAbandonedStacks();
  const folder = makeThrowawayFolder();
  const outcomes: Outcome[] = [];
  try {
    const tools = await checkTools(join(folder, "install.log"), signal);
    outcomes.push(tools.outcome);
    if (wanted.includes("verify")) outcomes.push(await runVerify(signal));
    if (wanted.some((suite) => onStack.has(suite))) {
      outcomes.push(...(await runOnStack(folder, tools.paths, { wanted, filter, signal })));
    }
    if (wanted.includes("chaos") && !besideOthers(wanted, filter) && !signal.aborted) {
      outcomes.push(...(await runChaos(signal)));
    }
    const total = addUp(outcomes);
    if (total.failed > 0) {
      tell(
        `The logs of the stack and the traces of the journeys are kept in ${keepTraces(folder)}`,
      );
    }
    return total;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const onStack: ReadonlySet<SuiteName> = new Set(["integration", "e2e", "wide", "pictures"]);

/** Runs under faults have a stack of their own, and wait most of their time. */
const besideOthers = (wanted: readonly SuiteName[], filter: string | undefined) =>
  wanted.includes("chaos") && wanted.includes("integration") && filter === undefined;

async function checkTools(
  log: string,
  signal: AbortSignal,
): Promise<{ paths: ToolPaths; outcome: Outcome }> {
  const { paths, missing } = await provideTools({
    wanted: ["chromium", "ffmpeg", "nginx", "redis"],
    env: processEnv(),
    log,
    tried: [],
    withinMs: 10 * 60_000,
    signal,
  });
  for (const tool of missing) tell(missingSentence(tool));
  return {
    paths,
    outcome: { passed: missing.length === 0 ? 1 : 0, failed: missing.length, notes: [] },
  };
}

async function runOnStack(folder: string, tools: ToolPaths, options: Options): Promise<Outcome[]> {
  const { wanted, filter, signal } = options;
  let stack: TestStack;
  try {
    stack = await startThrowawayStack(
      folder,
      tools,
      { line: tell },
      signal,
      // What the pages show has none of the platforms that tests alone have.
      wanted.includes("pictures") ? { SANDBOX_APIS: "false" } : {},
      {
        platforms: ["bluesky", "mastodon"],
        forAdapters: wanted.includes("integration"),
        behindNginx: true,
      },
    );
  } catch (error) {
    tell(problemText(error));
    tell("The stack did not start, so the tests that need it could not run.");
    return [{ passed: 0, failed: 1, notes: [] }];
  }
  const outcomes: Outcome[] = [];
  try {
    const env = {
      ...testEnv(stack),
      ...(wanted.includes("pictures") && (await prepareDemoOn(stack, signal))),
    };
    if (wanted.includes("integration")) outcomes.push(...(await runIntegration(stack, options)));
    const projects = wanted.flatMap((suite) => journeyProjects[suite] ?? []);
    if (projects.length > 0 && !signal.aborted) {
      const artifacts = join(folder, "journeys");
      const filters = filter === undefined ? [] : [filter];
      const result = await runPlaywright({ env, projects, signal, filters, artifacts });
      tellSuite("Browser journeys", result);
      outcomes.push(result);
    }
  } finally {
    await stack.stop();
  }
  return outcomes;
}

const journeyProjects: Partial<Record<SuiteName, JourneyProject[]>> = {
  e2e: ["desktop", "phone"],
  wide: ["wide"],
  pictures: ["pictures"],
};

async function prepareDemoOn({ context }: TestStack, signal: AbortSignal) {
  const email = "maya@example.com";
  const password = randomBytes(12).toString("base64url");
  await prepareDemo({
    directusUrl: context.addresses.directus,
    adminToken: context.secrets.DIRECTUS_ADMIN_TOKEN,
    email,
    password,
    account: sandboxAccount,
    tell,
    signal,
  });
  return { DEMO_EMAIL: email, DEMO_PASSWORD: password };
}

/** Those that share the stack go one after the other, beside those that need nothing of it, faults among them. */
async function runIntegration(
  stack: TestStack,
  { wanted, filter, signal }: Options,
): Promise<readonly Outcome[]> {
  const env = testEnv(stack);
  if (filter !== undefined) {
    const result = await runVitest(["integration", "apart"], { env, signal, filters: [filter] });
    tellSuite("Integration tests", result);
    return [result];
  }
  const outcomes = await Promise.all([
    runVitest(["integration"], { env, signal }).then((result) => {
      tellSuite("Integration tests", result);
      return [result];
    }),
    runVitest(["apart"], { env: { ...env, ...stack.adapterServers }, signal }).then(
      async (result) => {
        tellSuite("Integration tests apart", result);
        const faults = besideOthers(wanted, filter) && !signal.aborted;
        return [result, ...(faults ? await runChaos(signal) : [])];
      },
    ),
  ]);
  return outcomes.flat();
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
