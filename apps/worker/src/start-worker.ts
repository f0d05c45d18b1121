import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type BrowserClient, createBrowserClient } from "@genie/browser-client";
import { parseKeyRing } from "@genie/crypto";
import {
  addProfileSnapshot,
  classifyDue,
  createDirectusClient,
  type DirectusClient,
  ensureScrapeJob,
  findReachable,
  noteSetBack,
  openFile,
  proposeTags,
  readCanaries,
  readEntryWords,
  readScrapePlan,
  readWhereabouts,
  readWorkerProfile,
  recordPassedCheck,
  reportLive,
  reportRemoved,
  sweepJobs,
  sweepPosts,
  takeLiveChecks,
  updateProfileState,
  uploadFile,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { guardedFetch } from "@genie/guarded-fetch";
import { type Handlers, openWorkers, queueConnection, type Workers } from "@genie/jobs";
import { createChatModel, readLlmSettings } from "@genie/llm";
import type { Logger } from "@genie/logger";
import type { LiveReport } from "@genie/schema";
import { openHttpPage } from "@genie/page-over-http";
import { namedOrigins, platformSettings } from "@genie/platforms";
import { createAdapters } from "@genie/platforms/adapters";
import { createReadiness, tracedFetch, watchProcess } from "@genie/telemetry";
import { accountRecords } from "./accounts/account-records.ts";
import { accountSessions } from "./accounts/account-session.ts";
import { forgetProfiles } from "./accounts/forget-profiles.ts";
import { oneAtATime } from "./accounts/one-at-a-time.ts";
import { waitForPlace } from "./accounts/wait-for-place.ts";
import { directusFetch } from "./directus-fetch.ts";
import { checkKeys } from "./check-keys.ts";
import { checksOf } from "./checks.ts";
import type { Env } from "./env.ts";
import { fanRecords } from "./fans/fan-records.ts";
import { classifyLibraryHandler } from "./jobs/classify-library.ts";
import { deletePostHandler } from "./jobs/delete-post.ts";
import { jobRecords } from "./jobs/job-records.ts";
import { compressHandler } from "./jobs/compress.ts";
import { prepareFileHandler } from "./jobs/prepare-file.ts";
import { publishPostHandler } from "./jobs/publish-post.ts";
import { scrapeProfileHandler } from "./jobs/scrape-profile.ts";
import { startScrapeHandler } from "./jobs/start-scrape.ts";
import { stripMetadataHandler } from "./jobs/strip-metadata.ts";
import { suggestTagsHandler } from "./jobs/suggest-tags.ts";
import { teaserHandler } from "./jobs/teaser.ts";
import { verifyPlatformHandler } from "./jobs/verify-platform.ts";
import { watermarkHandler } from "./jobs/watermark.ts";
import { liveLoginHandler } from "./jobs/live-login.ts";
import { libraryRecords } from "./library/library-records.ts";
import { openWorkshop } from "./media/open-workshop.ts";
import { preparationRecords } from "./media/preparation-records.ts";
import { countRun } from "./metrics.ts";
import { patientClient } from "./patient-client.ts";
import { platformFetch } from "./platform-fetch.ts";
import { peopleRecords } from "./people/people-records.ts";
import { waitingRooms } from "./people/waiting-rooms.ts";
import { openLanes } from "./publishing/lanes.ts";
import { settleClaims } from "./publishing/settle-claims.ts";
import { checkForRestore } from "./publishing/check-for-restore.ts";
import { checkLive } from "./publishing/check-live.ts";
import { intentMemory } from "./publishing/intent-memory.ts";
import { outcomeSpool } from "./publishing/outcome-spool.ts";
import { startProbeServer } from "./probe-server.ts";
import { publishingRecords } from "./publishing/publishing-records.ts";
import { keptPlaces, takeOverKept } from "./publishing/take-over-kept.ts";
import { startSweeps } from "./start-sweeps.ts";
import { stoppable } from "./stoppable.ts";

export type Worker = {
  /** Takes no more jobs, finishes or gives up those that run within `limitMs`, and lets go of everything. */
  close: (limitMs: number) => Promise<void>;
};

const patienceMs = 90_000;
const reachedWithinMs = 20_000;
/** Long enough for a row of posts, short enough for an open secret. */
const keepSessionMs = 30_000;

/** Puts the worker together and starts it; resolves when it takes jobs. */
export async function startWorker(env: Env, log: Logger): Promise<Worker> {
  const stopping = new AbortController();
  const downloads = join(env.WORKER_DATA_DIR, "downloads");
  await rm(downloads, { recursive: true, force: true });
  await mkdir(downloads, { recursive: true, mode: 0o700 });
  const media = await openWorkshop(env);

  // Publishing has deadlines of its own and is not patient; all else outlasts a restart of Directus.
  const prompt = createDirectusClient({
    url: env.DIRECTUS_URL,
    token: env.WORKER_TOKEN,
    fetch: tracedFetch(directusFetch),
  });
  const patient = patientClient(prompt, { patienceMs, signal: stopping.signal });

  const keyRing = parseKeyRing(env.SEALING_KEYS, env.SEALING_PRIMARY_KEY);
  checkKeys(keyRing, await readCanaries(patient));

  const browser = createBrowserClient({
    url: env.BROWSER_URL,
    token: env.BROWSER_TOKEN,
    fetch: tracedFetch(globalThis.fetch),
  });
  const hasBrowser = env.PAGE_DRIVER === "browser";
  const startBrowser = hasBrowser ? waitForPlace(browser.startSession) : startHttpPage;
  const people = peopleRecords(patient);
  const rooms = waitingRooms({ records: people, log });
  const settings = platformSettings(env);
  const accounts = {
    adapters: createAdapters(settings),
    keyRing,
    startBrowser,
    perProfile: oneAtATime(),
    letIn: rooms.letIn,
    fetch: platformFetch(guardedFetch({ allowedOrigins: namedOrigins(settings) })),
    log,
  };
  const withAccount = accountSessions({ ...accounts, records: accountRecords(patient) });

  const jobs = jobRecords(patient);
  const library = libraryRecords(patient);
  const kept = env.WORKER_KEPT_DIR ?? env.WORKER_DATA_DIR;
  await takeOverKept(env.WORKER_DATA_DIR, kept);
  const memory = intentMemory(join(kept, keptPlaces.memory), log);
  const publishing = publishingRecords(prompt, memory);
  const spool = outcomeSpool({
    folder: join(kept, keptPlaces.outcomes),
    send: publishing.report,
    log,
  });
  const platforms = [...accounts.adapters.values()].map(({ platform }) => platform);
  const lanes = new Map(platforms.map(({ id, slots }) => [id, openLanes(slots)]));
  const live = {
    take: (platforms: readonly string[]) => takeLiveChecks(prompt, platforms),
    report: (report: LiveReport) => reportLive(prompt, report),
  };
  const publish = {
    publishing,
    spool,
    withAccount: accountSessions(
      { ...accounts, records: accountRecords(prompt) },
      { keepMs: keepSessionMs },
    ),
    sendingOf: oneAtATime(),
    openFile: (fileId: string) => openFile(prompt, fileId),
    storeProof: (ownerId: string, png: Uint8Array) =>
      uploadFile(prompt, { ownerId, name: "proof.png", bytes: new Blob([new Uint8Array(png)]) }),
    live,
    log,
  };

  const copying = { jobs, library, tools: media.tools, folder: media.folder, log };
  const llm = readLlmSettings(env);
  const handlers = {
    "classify-library": classifyLibraryHandler({
      classifyDue: (ownerId) => classifyDue(patient, ownerId),
    }),
    compress: compressHandler({
      ...copying,
      readProfile: (id) => readWorkerProfile(patient, id),
      adapters: accounts.adapters,
    }),
    "delete-post": deletePostHandler({
      jobs,
      withAccount,
      find: (postId) => readWhereabouts(patient, postId),
      report: (report) => reportRemoved(patient, report),
      log,
    }),
    "live-login": liveLoginHandler({
      people,
      rooms,
      readProfile: (id) => readWorkerProfile(patient, id),
      adapters: accounts.adapters,
      startBrowser,
      stopping: stopping.signal,
      log,
    }),
    "prepare-file": prepareFileHandler({ files: preparationRecords(patient), ...media }),
    "publish-post": publishPostHandler({ ...publish, lanes, stopping: stopping.signal }),
    "scrape-profile": scrapeProfileHandler({
      jobs,
      library,
      profiles: {
        update: (id, change) => updateProfileState(patient, id, change),
        addSnapshot: (snapshot) => addProfileSnapshot(patient, snapshot),
      },
      fans: fanRecords(patient),
      withAccount,
      folder: downloads,
      log,
    }),
    "start-scrape": startScrapeHandler({
      readPlan: (id) => readScrapePlan(patient, id),
      ensureScrapeJob: (profileId) => ensureScrapeJob(patient, profileId),
    }),
    "strip-metadata": stripMetadataHandler(copying),
    "suggest-tags": suggestTagsHandler({
      jobs,
      model: llm && createChatModel(llm),
      entries: {
        read: (id) => readEntryWords(patient, id),
        propose: (id, terms) => proposeTags(patient, id, terms),
      },
      log,
    }),
    teaser: teaserHandler(copying),
    "verify-platform": verifyPlatformHandler({
      jobs,
      withAccount,
      recordPassed: (passed) => recordPassedCheck(patient, passed),
      log,
    }),
    watermark: watermarkHandler(copying),
  } satisfies Handlers;

  const checkSetBack = (client: DirectusClient) =>
    checkForRestore({ memory, ask: (request) => noteSetBack(client, request), log });
  // Before anything is sent from it.
  await checkSetBack(patient);

  const connection = queueConnection({
    redisUrl: env.REDIS_URL,
    queuesDatabaseUrl: env.QUEUES_DATABASE_URL,
  });
  const workers = openWorkers(connection, stoppable(handlers, stopping.signal), {
    log,
    platforms: Object.fromEntries(platforms.map(({ id, slots }) => [id, slots.total])),
    onRun: countRun,
  });
  await reached(workers);
  watchProcess("worker");
  const probes = await startProbeServer(
    { host: env.WORKER_HOST, port: env.WORKER_PORT },
    { ready: createReadiness(checksOf(env, connection)), token: env.METRICS_TOKEN },
  );
  const sweeps = startSweeps(
    {
      deliver: spool.deliver,
      checkForRestore: () => checkSetBack(prompt),
      sweepPosts: () => sweepPosts(prompt),
      sweepJobs: () => sweepJobs(prompt),
      ...(hasBrowser && {
        forgetProfiles: () => forgetProfiles(browser, (ids) => findReachable(prompt, ids)),
      }),
      settle: (signal) => settleClaims(publish, signal),
      checkLive: (signal) => checkLive({ ...publish, live }, accounts.adapters.values(), signal),
    },
    { log, intervalMs: env.SWEEP_INTERVAL_MS },
  );

  return {
    close: async (limitMs) => {
      stopping.abort();
      probes.close();
      await Promise.all([
        sweeps.stop(),
        rooms.close(),
        workers.close(limitMs),
        ...[...lanes.values()].map((lane) => lane.close()),
      ]);
      media.tools.close();
    },
  };
}

const startHttpPage: BrowserClient["startSession"] = async (
  { allowed_hosts: allowedHosts },
  signal,
) => openHttpPage({ allowedHosts, signal });

async function reached(workers: Workers): Promise<void> {
  const late = new AbortController();
  try {
    // Some clients of queues never answer when nobody is there at first.
    await Promise.race([
      workers.ready(),
      wait(reachedWithinMs, undefined, { signal: late.signal }).then(() => {
        throw new Error("no answer in time");
      }),
    ]);
  } catch (cause) {
    throw new AppError(
      "upstream_unavailable",
      "The queues can't be reached, so the worker does not start. Check QUEUES_DATABASE_URL or REDIS_URL, and whether the server there runs.",
      { cause },
    );
  } finally {
    late.abort();
  }
}
