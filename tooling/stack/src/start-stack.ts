import { stackAddresses } from "./addresses.ts";
import { prepareDataFolder } from "./disk.ts";
import type { Env } from "./env.ts";
import { type DataPaths, dataPaths } from "./paths.ts";
import { choosePorts, portNames, portVariable } from "./ports.ts";
import { clusterExists } from "./postgres/cluster.ts";
import { checkExternalDatabase, checkQueuesDatabase } from "./postgres/external.ts";
import { checkRedis } from "./redis.ts";
import { alsoToFile, createPhases, type Report, timeLine } from "./report.ts";
import { removeRunFile, writeRunFile } from "./run-file.ts";
import { runProgram } from "./run-program.ts";
import { type ExistingData, loadSecrets } from "./secrets.ts";
import { parseSettings, type Settings } from "./settings.ts";
import type { StackContext, StackPlan, StackUrls } from "./stack-context.ts";
import { type ProcessMark, readState, updateState } from "./state.ts";
import type { Service } from "./supervision/service.ts";
import { stopInOrder } from "./supervision/stop-in-order.ts";
import { logFile, rotateLog } from "./supervision/logs.ts";
import { endOrphans } from "./supervision/orphans.ts";
import { type Supervised, supervise } from "./supervision/supervise.ts";
import { takeLock } from "./supervision/supervisor-lock.ts";
import { writeAtomically } from "./write-atomically.ts";

export type StackOptions = {
  env: Env;
  root: string;
  plan: StackPlan;
  report: Report;
  /** True to run the fan platform of our own too: for the demo and for tests. */
  sandbox?: boolean;
  /** True to run the mailbox that letters go to instead of to people; with the sandbox unless it is said. */
  mailbox?: boolean;
  /** False for throw-away data: speed before safety from power cuts. */
  durable?: boolean;
  /** Ends a start that is under way. */
  signal?: AbortSignal;
};

export type RunningStack = {
  context: StackContext;
  urls: StackUrls;
  stop: () => Promise<void>;
};

/**
 * Brings the stack up on its data folder. All settings are checked before anything is started; when a
 * service does not come up, those that did are stopped again. Throws `AppError`s made for people.
 */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const settings = parseSettings(options.env, options.root);
  const paths = dataPaths(settings.GENIE_DATA_DIR);
  prepareDataFolder(paths);
  const releaseLock = takeLock(paths.lock);
  try {
    const supervisorLog = logFile(paths.logs, "supervisor");
    rotateLog(supervisorLog);
    const report = alsoToFile(options.report, supervisorLog);
    const phases = createPhases(report);
    const prepared = await phases.run("Settings", () => prepare(options, settings, paths, report));
    const stack = await runPlan(options, { ...prepared, settings, paths, report, phases });
    return {
      ...stack,
      stop: async () => {
        await stack.stop();
        releaseLock();
      },
    };
  } catch (error) {
    releaseLock();
    throw error;
  }
}

async function prepare(
  { env, sandbox = false, mailbox = sandbox }: StackOptions,
  settings: Settings,
  paths: DataPaths,
  report: Report,
) {
  const orphans = await endOrphans(paths.state);
  if (orphans.length > 0)
    report.line(`Ended what an earlier run left behind: ${orphans.join(", ")}.`);
  removeRunFile(paths.run);
  const { ports, notes } = await choosePorts({
    explicit: Object.fromEntries(portNames.map((name) => [name, settings[portVariable(name)]])),
    previous: readState(paths.state).ports,
    unused: [
      ...(settings.DATABASE_URL === undefined ? [] : (["postgres"] as const)),
      ...(sandbox ? [] : (["sandbox"] as const)),
      ...(runsMailbox(settings, mailbox) ? [] : (["mailbox", "mailbox_smtp"] as const)),
    ],
  });
  const existing = await existingData(settings, paths);
  if (settings.REDIS_URL !== undefined) await checkRedis(settings.REDIS_URL);
  if (settings.QUEUES_DATABASE_URL !== undefined) {
    await checkQueuesDatabase(settings.QUEUES_DATABASE_URL, settings.DATABASE_URL);
  }
  const secrets = loadSecrets(paths.secrets, env, existing);
  updateState(paths.state, (state) => ({ ...state, ports }));
  for (const note of notes) report.line(note);
  return { ports, secrets };
}

type Prepared = Pick<StackContext, "ports" | "secrets" | "settings" | "paths" | "report"> & {
  phases: ReturnType<typeof createPhases>;
};

async function runPlan(
  options: StackOptions,
  { phases, ...prepared }: Prepared,
): Promise<RunningStack> {
  const { paths, report } = prepared;
  const failed = new AbortController();
  const signal = AbortSignal.any([failed.signal, ...(options.signal ? [options.signal] : [])]);
  const running: Supervised[] = [];
  const programs = new Set<Promise<void>>();
  let urls: StackUrls | null = null;

  const context: StackContext = {
    ...prepared,
    env: options.env,
    signal,
    durable: options.durable ?? true,
    addresses: stackAddresses(prepared.settings, prepared.ports, {
      sandbox: options.sandbox ?? false,
      mailbox: runsMailbox(prepared.settings, options.mailbox ?? options.sandbox ?? false),
    }),
    phase: (name, work) => phases.run(name, work),
    keepUp: async (service) => {
      signal.throwIfAborted();
      rotateLog(logFile(paths.logs, service.name));
      const supervised = supervise(service, {
        logsFolder: paths.logs,
        tell: report.line,
        remember: (mark) => remember(service, mark),
      });
      running.push(supervised);
      await supervised.ready;
    },
    runOnce: async (program) => {
      rotateLog(logFile(paths.logs, program.name));
      const run = runProgram(program, {
        logsFolder: paths.logs,
        remember: (mark) => remember({ name: program.name, stopSignal: "SIGTERM" }, mark),
        signal,
      });
      programs.add(run);
      await run;
    },
  };

  const stopAll = async () => {
    removeRunFile(paths.run);
    await stopInOrder(
      running.map(({ service: { name, needs = [] }, stop }) => ({ name, needs, stop })),
    );
  };
  const onAbort = () => void stopAll();
  signal.addEventListener("abort", onAbort);
  try {
    urls = await options.plan(context);
    signal.throwIfAborted();
  } catch (error) {
    failed.abort();
    await Promise.allSettled(programs);
    await stopAll();
    throw error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
  const times = phases.finish();
  writeAtomically(paths.phases, `${JSON.stringify(times, null, 2)}\n`);
  publish();
  report.line(timeLine("Ready", times.at(-1)?.ms ?? 0));
  return { context, urls, stop: stopAll };

  function remember(
    { name, stopSignal, needs = [] }: Pick<Service, "name" | "needs" | "stopSignal">,
    mark: ProcessMark | null,
  ): void {
    try {
      updateState(paths.state, (state) => {
        const { [name]: _old, ...services } = state.services;
        if (mark !== null) services[name] = { ...mark, stopSignal, needs };
        return { ...state, services };
      });
      if (mark !== null) publish();
    } catch (error) {
      // What runs goes on running, also when the disk is full.
      report.line(`run.json could not be brought up to date: ${String(error)}`);
    }
  }

  function publish(): void {
    if (urls === null) return;
    const { services } = readState(paths.state);
    const pids = Object.entries(services).map(([name, { pid }]) => [name, pid] as const);
    writeRunFile(paths.run, {
      ...urls,
      pids: Object.fromEntries(pids),
      supervisor: process.pid,
    });
  }
}

/** A mail server of the operator's is used before all else. */
function runsMailbox(settings: Settings, wanted: boolean): boolean {
  return settings.EMAIL_SMTP_HOST === undefined && (wanted || settings.MAILBOX === "true");
}

async function existingData(settings: Settings, paths: DataPaths): Promise<ExistingData | null> {
  if (settings.DATABASE_URL !== undefined) {
    const { isEmpty } = await checkExternalDatabase(settings.DATABASE_URL);
    return isEmpty
      ? null
      : { place: "The database behind DATABASE_URL", howToDelete: "empty that database" };
  }
  return clusterExists(paths.postgres)
    ? { place: `The data folder ${paths.root}`, howToDelete: "run `npm run reset`" }
    : null;
}
