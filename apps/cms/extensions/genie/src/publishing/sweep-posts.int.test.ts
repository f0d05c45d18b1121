import { publishPost, publishQueue, type Queues } from "@genie/jobs";
import { PostSweepAnswer } from "@genie/schema";
import { call, holdWorker, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { onQueues, postJob, queueUnderTest } from "../testing/queue-under-test.ts";
import {
  asWorker,
  claimed,
  type Creator,
  dismiss,
  jobsOf,
  makeCreator,
  makePost,
  makeProfile,
  postRow,
  report,
  sending,
  writeAsPublisher,
} from "../testing/post-scene.ts";
import { swept } from "../testing/swept.ts";

const database = openDatabase();
let letWorkerGoOn: () => void;
let alice: Creator;
let queues: Queues;

beforeAll(async () => {
  letWorkerGoOn = await holdWorker();
  queues = queueUnderTest();
  alice = await makeCreator(database);
});
afterAll(async () => {
  await queues.close();
  await dismiss(database, alice);
  await database.end();
  letWorkerGoOn();
});

const sweepOnce = async (): Promise<PostSweepAnswer> => {
  const { status, data, text } = await asWorker("/publishing/sweep");
  expect([status, text]).toEqual([200, text]);
  return PostSweepAnswer.parse(data);
};

const sweep = () => swept(sweepOnce);

const isQueued = async (post: string) =>
  queues.isPending(publishPost, postJob(await postRow(database, post)));

async function turnInQueue(post: string): Promise<number> {
  const [job] = await onQueues(
    "select priority from genie.job where queue = $1 and dedup_id = $2",
    [publishQueue("sandbox"), publishPost.dedupeId(postJob(await postRow(database, post)))],
  );
  return Number((job as { priority: number } | undefined)?.priority);
}

describe("a sweep of posts", () => {
  it("wakes what is due soon or overdue, and makes its job's row", async () => {
    const posts = await Promise.all([
      makePost(database, alice),
      makePost(database, alice, { inSeconds: 110 }),
      makePost(database, alice, { inSeconds: -86_400 }),
    ]);
    const later = await makePost(database, alice, { inSeconds: 600 });
    const draft = await makePost(database, alice, { status: "draft" });
    const waits = await makePost(database, alice, { retry_at: new Date(Date.now() + 600_000) });
    const answer = await sweep();
    const { due = 0, enqueued = 0 } = answer.skipped ? {} : answer;
    expect(due).toBeGreaterThanOrEqual(3);
    expect(enqueued).toBe(due);
    for (const post of posts) {
      expect(await isQueued(post)).toBe(true);
      expect(await jobsOf(database, post)).toMatchObject([{ status: "queued", progress: 0 }]);
    }
    for (const post of [later, draft, waits]) {
      expect(await isQueued(post)).toBe(false);
      expect(await jobsOf(database, post)).toEqual([]);
    }
    await sweep();
    expect(await jobsOf(database, posts[0] ?? "")).toHaveLength(1);
  });

  it("lines the second post of an account up behind the first of every other", async () => {
    const bob = await makeCreator(database);
    const many = await makeCreator(database);
    const account = { creator_profile_id: many.profile };
    const backlog = await Promise.all(
      Array.from({ length: 5 }, () => makePost(database, many, account)),
    );
    const one = await makePost(database, bob);
    await sweep();
    const turns = await Promise.all(backlog.map((post) => turnInQueue(post)));
    expect(new Set(turns)).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(await turnInQueue(one)).toBe(0);
    await dismiss(database, bob, many);
  });

  it("ends a post whose platform this installation does not have any more, with a sentence", async () => {
    const gone = await makeProfile(database, alice, "gone");
    const post = await makePost(database, alice, { creator_profile_id: gone });
    await sweep();
    expect(await postRow(database, post)).toMatchObject({
      status: "failed",
      error_message: expect.stringContaining("Nothing was sent."),
    });
  });

  it("is done by one at a time", async () => {
    await Promise.all(Array.from({ length: 20 }, () => makePost(database, alice)));
    const answers = await Promise.all(Array.from({ length: 6 }, () => sweepOnce()));
    expect(answers.some(({ skipped }) => skipped)).toBe(true);
    expect(answers.some(({ skipped }) => !skipped)).toBe(true);
  });
});

describe("what SQL changes", () => {
  it("reaches hooks: a post that waits again has its job in the queue", async () => {
    const post = await makePost(database, alice);
    const taken = await sending(post);
    const outcome = { sentence: "Come back later.", retry_after_ms: 60_000 };
    expect(await report(taken, { kind: "refused", ...outcome })).toBe("pending");
    await expect.poll(() => isQueued(post)).toBe(true);
    expect(await jobsOf(database, post)).toMatchObject([
      { status: "queued", error: "Come back later." },
    ]);
  });
});

describe("what SQL changes, in a flow", () => {
  const token = stackUnderTest().adminToken;
  const made: string[] = [];
  afterEach(async () => {
    for (const path of made) await call("DELETE", path, { token });
  });

  it("starts it, with the new state", async () => {
    const flow = await create("/flows", {
      name: "what becomes of posts",
      trigger: "event",
      status: "active",
      accountability: null,
      options: {
        type: "action",
        scope: ["items.update"],
        collections: ["scheduled_posts"],
      },
    });
    const operation = await create("/operations", {
      flow,
      key: "note",
      type: "item-create",
      position_x: 1,
      position_y: 1,
      options: {
        collection: "saved_views",
        permissions: "$full",
        payload: {
          user_id: alice.id,
          page: "calendar",
          name: "{{$trigger.keys[0]}} {{$trigger.payload.status}}",
          query: {},
        },
      },
    });
    await call("PATCH", `/flows/${flow}`, { token, body: { operation } });
    // Answered once Directus has loaded its flows anew; this one can't be started so.
    await call("GET", `/flows/trigger/${flow}`, { token });

    const post = await makePost(database, alice);
    await claimed(post);
    await writeAsPublisher(database, post, "status = 'pending'");
    const seen = async () => {
      const { rows } = await database.query("select name from saved_views where user_id = $1", [
        alice.id,
      ]);
      return rows.map(({ name }: { name: string }) => name);
    };
    await expect.poll(seen).toContain(`${post} publishing`);
  });

  async function create(path: string, body: object): Promise<string> {
    const { status, data, text } = await call("POST", path, { token, body });
    expect([status, text]).toEqual([200, text]);
    const { id } = data as { id: string };
    made.push(`${path}/${id}`);
    return id;
  }
});
