import {
  composedPosts,
  createSandboxAccount,
  openDatabase,
  type SandboxAccount,
} from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";
import { create, type Creator, createCreator } from "../testing/creator.ts";

const patience = { timeout: 150_000, interval: 250 };
const backlog = 40;

type Connected = { account: SandboxAccount; creator: Creator };

async function connect(): Promise<Connected> {
  const account = await createSandboxAccount({ posts: 0 });
  return { account, creator: await createCreator(account, "sandbox_idempotent") };
}

async function plan(creator: Creator, caption: string, due: Date): Promise<string> {
  const { id } = await create<{ id: string }>(creator, "scheduled_posts", {
    creator_profile_id: creator.profileId,
    caption,
    scheduled_for: due.toISOString(),
    status: "pending",
  });
  return id;
}

async function sentOf({ account }: Connected): Promise<string[]> {
  return (await composedPosts(account.username)).posts.map(({ caption }) => caption);
}

describe("a creator with many posts due in one second", () => {
  const database = openDatabase();

  afterAll(async () => {
    await database.end();
  });

  it("holds up nobody else's post, and has each of her own sent once, one after the other", async () => {
    const many = await connect();
    const one = await connect();
    // The first post of an account signs in.
    for (const { creator } of [many, one]) {
      const id = await plan(creator, "Warm-up", new Date(Date.now() + 1_000));
      await expect.poll(() => statusOf(id), patience).toBe("published");
    }
    const began = Date.now();
    await plan(many.creator, "Much later", new Date(began + 86_400_000));
    const planMs = Date.now() - began;
    const due = new Date(Date.now() + 30_000 + 2 * backlog * planMs);
    for (let n = 0; n < backlog; n += 1) await plan(many.creator, `Many ${n}`, due);
    const id = await plan(one.creator, "The one", due);
    await expect
      .poll(async () => (await sentOf(many)).filter(isBacklog).length, patience)
      .toBe(backlog);
    await expect.poll(() => statusOf(id), patience).toBe("published");
    const before = await countSentBefore(id, many.creator.profileId);
    expect(before).toBeLessThan(backlog / 2);
    expect(new Set((await sentOf(many)).filter(isBacklog)).size).toBe(backlog);
    expect((await composedPosts(many.account.username)).duplicates).toBe(0);
    expect(await overlaps(many.creator.profileId)).toBe(0);
  }, 600_000);

  async function statusOf(id: string): Promise<unknown> {
    const { rows } = await database.query("select status from scheduled_posts where id = $1", [id]);
    return rows[0]?.status;
  }

  /** How many of the backlog were written down as sent before this post. */
  async function countSentBefore(id: string, profileId: string): Promise<number> {
    const { rows } = await database.query<{ count: string }>(
      `select count(*) from publish_attempts a join scheduled_posts p on p.id = a.post_id
        where p.creator_profile_id = $1 and starts_with(p.caption, 'Many')
          and a.sent_at < (select min(sent_at) from publish_attempts where post_id = $2)`,
      [profileId, id],
    );
    return Number(rows[0]?.count);
  }

  /** Pairs of posts of the account of which one was sent before the other's outcome was known. */
  async function overlaps(profileId: string): Promise<number> {
    const { rows } = await database.query<{ count: string }>(
      `with sent as (select a.id, a.sent_at, a.finished_at
                       from publish_attempts a join scheduled_posts p on p.id = a.post_id
                      where p.creator_profile_id = $1)
       select count(*) from sent a join sent b
         on b.id <> a.id and b.sent_at > a.sent_at and b.sent_at < a.finished_at`,
      [profileId],
    );
    return Number(rows[0]?.count);
  }
});

const isBacklog = (caption: string) => caption.startsWith("Many");
