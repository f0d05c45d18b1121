import {
  call,
  createSandboxAccount,
  openDatabase,
  type SandboxAccount,
  sandboxAdmin,
  stackUnderTest,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { create, type Creator, createCreator, read, runJob } from "../testing/creator.ts";

type Post = {
  id: string;
  status: string;
  platform_post_id: string | null;
  removed_at: string | null;
  taken_down_at: string | null;
};

const patience = { timeout: 150_000, interval: 250 };

const order = (post: string) => ({ job_type: "delete_post", post_id: post });

describe("deleting a post that is out", () => {
  const database = openDatabase();
  let account: SandboxAccount;
  let creator: Creator;

  beforeAll(async () => {
    account = await createSandboxAccount({ posts: 0 });
    creator = await createCreator(account, "sandbox_lookup");
  });
  afterAll(() => database.end());

  const readPost = (id: string) => read<Post>(creator, `/items/scheduled_posts/${id}`);
  const thereAre = async (caption: string) => {
    const { posts } = await sandboxAdmin<{ posts: { id: string; caption: string }[] }>(
      "GET",
      `/posts?username=${account.username}`,
    );
    return posts.filter((post) => post.caption === caption);
  };
  async function published(caption: string): Promise<string> {
    const { id } = await create<Post>(creator, "scheduled_posts", {
      creator_profile_id: creator.profileId,
      scheduled_for: new Date(Date.now() + 1_000).toISOString(),
      status: "pending",
      caption,
    });
    await expect.poll(async () => (await readPost(id)).status, patience).toBe("published");
    return id;
  }
  const refused = async (post: string, as = creator) => {
    const { token, address: from } = as;
    const answer = await call("POST", "/items/media_jobs", { token, from, body: order(post) });
    return [answer.status, answer.errors[0]?.message];
  };

  it("takes it away there, once, and nobody reports it as taken down", async () => {
    const post = await published("To be deleted");
    await published("To be kept");
    const job = await runJob(creator, order(post));
    expect(job).toMatchObject({ status: "completed", error: null });
    expect(await thereAre("To be deleted")).toEqual([]);
    expect(await thereAre("To be kept")).toHaveLength(1);
    const { platform_post_id: there, removed_at: removed } = await readPost(post);
    expect(removed).not.toBeNull();
    expect(await refused(post)).toEqual([
      400,
      "This post is deleted there already. Nothing was deleted.",
    ]);
    const { workerToken: token } = stackUnderTest();
    const body = { post_id: post, platform_post_id: there, live: false };
    const looked = await call("POST", "/publishing/live", { token, body });
    expect(looked.data).toEqual({ taken_down: false });
    const { rows } = await database.query(
      "select live_check_at, missing_since, taken_down_at from scheduled_posts where id = $1",
      [post],
    );
    expect(rows).toEqual([{ live_check_at: null, missing_since: null, taken_down_at: null }]);
    // Told again, as by a worker that was killed in between, nothing changes.
    const again = { post_id: post, platform_post_id: there };
    await call("POST", "/publishing/removed", { token, body: again });
    expect((await readPost(post)).removed_at).toBe(removed);
  });

  it("counts one that is gone there already as deleted", async () => {
    const post = await published("Gone before");
    const [there] = await thereAre("Gone before");
    await sandboxAdmin("DELETE", `/posts/${there?.id}`);
    expect(await runJob(creator, order(post))).toMatchObject({ status: "completed" });
    expect((await readPost(post)).removed_at).not.toBeNull();
  });

  it("signs in again with the stored password where the session has ended", async () => {
    const post = await published("After the session");
    await sandboxAdmin("DELETE", `/sessions?username=${account.username}`);
    expect(await runJob(creator, order(post))).toMatchObject({ status: "completed" });
    expect(await thereAre("After the session")).toEqual([]);
  });

  it("is refused for what is not out, can't be deleted there, or is another person's", async () => {
    const { id: draft } = await create<Post>(creator, "scheduled_posts", {
      creator_profile_id: creator.profileId,
      status: "draft",
      caption: "A draft",
    });
    expect(await refused(draft)).toEqual([400, "This post is not out. Nothing was deleted."]);
    const other = await createCreator(await createSandboxAccount({ posts: 0 }), "sandbox_blind");
    const post = await published("Not hers");
    expect((await refused(post, other))[0]).toBe(403);
    const { rows } = await database.query<{ id: string }>(
      `with publisher as (select set_config('genie.writer', 'publisher', true))
       insert into scheduled_posts
         (id, user_id, creator_profile_id, status, scheduled_for, published_at, platform_post_id)
       select gen_random_uuid(), $1, $2, 'published', now(), now(), 'p1' from publisher
       returning id`,
      [other.id, other.profileId],
    );
    expect(await refused(rows[0]?.id ?? "", other)).toEqual([
      400,
      "Posts on Sandbox API without either can't be deleted from here. Nothing was deleted.",
    ]);
    expect(await thereAre("Not hers")).toHaveLength(1);
  });
});
