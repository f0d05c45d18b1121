import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createPost, createProfile, type DirectusClient } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { claimLeaseMs } from "@genie/schema";
import { workerService } from "@genie/stack";
import { createCreator } from "../creators.ts";
import { type ChaosStack, onChaosStack } from "./chaos-stack.ts";
import { judge, type PlannedPost, type Verdict } from "./judge.ts";
import { type ChaosOptions, isOther, type PlatformClass } from "./options.ts";
import { type FaultKind, planFaults } from "./plan-faults.ts";
import { seededRandom } from "./random.ts";
import type { Remote } from "./remote.ts";
import { runFaults } from "./run-faults.ts";
import { startWorkers } from "./worker-pool.ts";

export type ChaosResult = Verdict & {
  kills: number;
  /** Still on their way when the patience ended, and rows that say something else than the platform. */
  unsettled: number;
  wrongState: number;
  seconds: number;
  faults: Record<FaultKind, number>;
  classes: Partial<Record<PlatformClass, Verdict>>;
};

const headStartMs = 5_000;
/** Drafts that are made first, to tell how long the posts will take. */
const drafts = 40;
const slowerThanDrafts = 1.4;
const createsAtOnce = 4;
const postsPerAccount = 50;
const leastAccounts = 5;
const settlesWithinMs = 12 * 60_000;
const longRunMs = 4 * 60_000;

/**
 * Publishes posts with the workers of the product while everything around them goes wrong, and holds the
 * platform's own list against what was planned.
 */
export function runChaos(options: ChaosOptions, signal: AbortSignal): Promise<ChaosResult> {
  const spanMs = (options.posts / options.perSecond) * 1000;
  const plan = planFaults(
    { spanMs, kills: options.kills, kinds: options.faults },
    seededRandom(options.seed),
  );
  // In a long run a worker stands still longer than any claim holds, else longer than sending may take.
  const pauseMs = spanMs > longRunMs ? claimLeaseMs + 5_000 : 20_000;

  return onChaosStack(
    { backend: options.backend, platforms: options.classes.filter(isOther) },
    signal,
    async (stack) => {
      const startedAt = performance.now();
      const remotes = [...new Set(options.classes.map((name) => remoteOf(stack, name).remote))];
      const pool = startWorkers(options.workers, stack.folder, ({ folder }) => {
        const { command, env } = workerService(stack.context, { ffmpeg: null });
        return {
          command,
          env: { ...env, WORKER_PORT: "0", WORKER_DATA_DIR: join(folder, "data") },
        };
      });
      try {
        const accounts = await connectAccounts(stack, options);
        const createMs = (await timeDrafts(accounts, signal)) * slowerThanDrafts;
        const firstAt = Date.now() + headStartMs + options.posts * createMs;
        const posts = await planPosts(accounts, options, firstAt, signal);
        process.stderr.write(`${posts.length} posts are planned.\n`);
        await wait(Math.max(0, firstAt - Date.now()), undefined, { signal });
        const faults = await runFaults(plan, stack, pool, { remotes, pauseMs, signal });
        const unsettled = await settled(stack, signal);
        const shown = (await Promise.all(remotes.map((remote) => remote.captions()))).flat();
        const { all, ...classes } = judge(posts, shown, await askedAbout(stack));
        return {
          posts: all.posts,
          kills: faults.kill,
          duplicates: all.duplicates,
          lost: all.lost,
          needsPerson: all.needsPerson,
          unsettled,
          wrongState: await countWrong(stack, new Set(shown)),
          seconds: Math.round((performance.now() - startedAt) / 1000),
          faults,
          classes,
        };
      } finally {
        await pool.stop();
      }
    },
  );
}

type Account = { profileId: string; creator: DirectusClient; class: PlatformClass };

/** Where a class is published to, and as which platform. */
function remoteOf(
  { sandbox, others }: ChaosStack,
  name: PlatformClass,
): { platform: string; remote: Remote } {
  if (!isOther(name)) return { platform: `sandbox_${name}`, remote: sandbox };
  const remote = others[name];
  if (remote === undefined) throw new AppError("internal", `There is no server of ${name}.`);
  return { platform: name, remote };
}

async function connectAccounts(
  stack: ChaosStack,
  { posts, classes }: ChaosOptions,
): Promise<Account[]> {
  const each = Math.max(leastAccounts, Math.ceil(posts / classes.length / postsPerAccount));
  const accounts: Account[] = [];
  for (let n = 0; n < each; n += 1) {
    const { addresses, secrets } = stack.context;
    const creator = await createCreator(addresses.directus, secrets.DIRECTUS_ADMIN_TOKEN);
    for (const name of classes) {
      const { platform, remote } = remoteOf(stack, name);
      const account = await remote.createAccount();
      const profileId = await createProfile(creator, { platform, ...account, timezone: "UTC" });
      accounts.push({ profileId, creator, class: name });
    }
  }
  return accounts;
}

/** Milliseconds that making one takes. */
async function timeDrafts(accounts: readonly Account[], signal: AbortSignal): Promise<number> {
  const startedAt = performance.now();
  await forEachNumber(drafts, signal, async (n) => {
    await create(accounts, n, { caption: `Draft ${n}`, at: Date.now(), status: "draft" });
  });
  return (performance.now() - startedAt) / drafts;
}

async function planPosts(
  accounts: readonly Account[],
  { posts, perSecond }: ChaosOptions,
  firstAt: number,
  signal: AbortSignal,
): Promise<PlannedPost<PlatformClass>[]> {
  const planned: PlannedPost<PlatformClass>[] = [];
  await forEachNumber(posts, signal, async (n) => {
    const caption = `Post ${n}`;
    const at = firstAt + (n * 1000) / perSecond;
    planned.push({ caption, class: await create(accounts, n, { caption, at, status: "pending" }) });
  });
  return planned;
}

/** Makes a post of the account whose turn it is, and answers the account's class. */
async function create(
  accounts: readonly Account[],
  n: number,
  { caption, at, status }: { caption: string; at: number; status: "draft" | "pending" },
): Promise<PlatformClass> {
  const account = accounts[n % accounts.length];
  if (account === undefined) throw new AppError("internal", "There are no accounts.");
  await createPost(account.creator, {
    profileId: account.profileId,
    mediaIds: [],
    caption,
    scheduledFor: new Date(at).toISOString(),
    timezone: "UTC",
    status,
  });
  return account.class;
}

async function forEachNumber(
  count: number,
  signal: AbortSignal,
  work: (n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const take = async () => {
    for (let n = next++; n < count; n = next++) {
      signal.throwIfAborted();
      await work(n);
    }
  };
  await Promise.all(Array.from({ length: createsAtOnce }, take));
}

/**
 * Waits until no post is on its way any more; answers how many still are when the patience ends. A post
 * that met trouble four times is left alone for a quarter of an hour: here the trouble is over.
 */
async function settled({ database }: ChaosStack, signal: AbortSignal): Promise<number> {
  const until = performance.now() + settlesWithinMs;
  for (;;) {
    signal.throwIfAborted();
    await database.query(
      "update scheduled_posts set retry_at = null where retry_at > clock_timestamp() + interval '1 minute'",
    );
    const [row] = await database.query(
      `select count(*)::int as left from scheduled_posts
        where status in ('pending', 'publishing')
           or (status = 'unconfirmed' and claim_token is not null)`,
    );
    const left = Number(row?.["left"]);
    if (left === 0 || performance.now() > until) return left;
    await wait(1_000);
  }
}

async function askedAbout({ database }: ChaosStack): Promise<Set<string>> {
  const rows = await database.query(
    "select caption from scheduled_posts where status = 'unconfirmed' and claim_token is null",
  );
  return new Set(rows.map(({ caption }) => String(caption)));
}

/** Rows that say that a post is out, or that it is not, and the platform says the other. */
async function countWrong({ database }: ChaosStack, shown: ReadonlySet<string>): Promise<number> {
  const rows = await database.query(
    "select caption, status from scheduled_posts where status <> 'unconfirmed'",
  );
  return rows.filter(
    ({ caption, status }) => (status === "published") !== shown.has(String(caption)),
  ).length;
}
