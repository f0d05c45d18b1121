import { type Claim, DoubtfulClaim, type PublishOutcome } from "@genie/schema";
import { call, type TestDatabase, type TestUser } from "@genie/testing";
import {
  asWorker,
  claim,
  intend,
  makePost,
  makeProfile,
  postRow,
  report,
  writeAsPublisher,
} from "./post-scene.ts";

/** What may happen to a post: to its plan, to workers, on the platform, and to what is said about it. */
type Act =
  | "announce"
  | "answer late"
  | "answer"
  | "arrive"
  | "ask owner"
  | "cancel"
  | "claim"
  | "edit"
  | "lose answer"
  | "pass time"
  | "plan"
  | "settle"
  | "take over";

/** A request to the platform. It arrives, or is lost on the way; then it is over. */
type Request = { claim: Claim; isOver: boolean; hasArrived: boolean };

export type Life = Awaited<ReturnType<typeof startLife>>;

/**
 * A post, the workers that have claims of it, and a platform that is no more than a list. `step` lets
 * one of the things happen that can happen now. The platform keeps what it promises: what was not there once it had time
 * to show it never arrives, and a key that it knows makes no second post.
 */
export async function startLife(database: TestDatabase, owner: TestUser, platformId: string) {
  const profile = await makeProfile(database, owner, platformId);
  const post = await makePost(database, owner, { creator_profile_id: profile });
  /** Keys of the posts that are there. */
  const platform: string[] = [];
  let prepared: Claim[] = [];
  let requests: Request[] = [];
  let late: Claim[] = [];
  let doubtful: DoubtfulClaim[] = [];
  let edits = 0;

  const row = () => postRow(database, post);
  const status = async () => String((await row())["status"]);
  const write = (body: object) =>
    call("PATCH", `/items/scheduled_posts/${post}`, {
      token: owner.token,
      from: owner.address,
      body,
    });

  const arrive = ({ idempotency_key: key }: Claim) => {
    if (platformId !== "sandbox_idempotent" || !platform.includes(key)) platform.push(key);
  };
  const flying = () => requests.filter(({ isOver }) => !isOver);

  const happen: Record<Act, (which: number) => Promise<unknown>> = {
    edit: () => write({ caption: `edit ${(edits += 1)}` }),
    cancel: () => write({ status: "cancelled" }),
    plan: () =>
      write({ status: "pending", scheduled_for: new Date(Date.now() - 5_000).toISOString() }),
    claim: async () => {
      const answer = await claim(post);
      if (answer.kind === "claimed") prepared.push(answer.claim);
    },
    announce: async (which) => {
      const one = pick(prepared, which);
      if (!one) return;
      const answer = await intend(one);
      if (answer.kind === "early") return;
      prepared = prepared.filter((other) => other !== one);
      if (answer.kind === "send") requests.push({ claim: one, isOver: false, hasArrived: false });
    },
    arrive: async (which) => {
      const one = pick(
        flying().filter(({ hasArrived }) => !hasArrived),
        which,
      );
      if (!one) return;
      one.hasArrived = true;
      arrive(one.claim);
    },
    answer: async (which) => {
      const one = pick(flying(), which);
      if (!one) return;
      one.isOver = true;
      const no = {
        kind: "refused",
        sentence: "No.",
        retry_after_ms: which % 2 ? 0 : null,
      } as const;
      await report(one.claim, one.hasArrived ? proofOf(one.claim) : no);
    },
    "lose answer": async (which) => {
      const one = pick(flying(), which);
      if (!one) return;
      one.isOver = true;
      if (one.hasArrived) late.push(one.claim);
      // Some workers still say that they don't know; a killed one says nothing.
      if (which % 2) await report(one.claim, { kind: "unknown", sentence: "No answer." });
    },
    "answer late": async (which) => {
      const one = pick(late, which);
      if (one) await report(one, proofOf(one));
    },
    "pass time": async () => {
      for (const one of flying()) {
        one.isOver = true;
        if (one.hasArrived) late.push(one.claim);
      }
      await writeAsPublisher(
        database,
        post,
        "claimed_until = claimed_until - interval '1 hour', retry_at = null",
      );
      await database.query(
        "update publish_attempts set not_found_at = not_found_at - interval '1 minute' where post_id = $1",
        [post],
      );
    },
    "take over": async () => {
      const { data } = await asWorker("/publishing/reconcile", { limit: 50 });
      const { claims } = data as { claims: unknown[] };
      const taken = claims.map((one) => DoubtfulClaim.parse(one));
      doubtful.push(...taken.filter(({ post_id: id }) => id === post));
    },
    settle: async (which) => {
      const one = pick(doubtful, which);
      if (!one) return;
      doubtful = doubtful.filter((other) => other !== one);
      if (one.send_within_ms !== null) {
        // Within its time only, which the go-ahead says.
        if ((await intend(one)).kind !== "send") return;
        arrive(one);
        if (which % 3 === 0) return;
      }
      const isThere = platform.includes(one.idempotency_key);
      const found = { ...proofOf(one), looked_up: one.send_within_ms === null };
      await report(one, isThere ? found : { kind: "not_found" });
    },
    "ask owner": async (which) => {
      if ((await row())["asked_at"] === null || flying().length > 0) return;
      const answer = platform.length > 0 ? "there" : which % 3 === 0 ? "leave" : "again";
      const body = { post_id: post, answer };
      const { token, address: from } = owner;
      await call("POST", "/publishing/settle", { token, from, body });
    },
  };

  /** What can happen now, and how likely it is: a history gets somewhere, and meets trouble there. */
  const possible = async (): Promise<Act[]> => {
    const { status: now, asked_at: asked } = await row();
    const inFlight = flying();
    const chances: [Act, number][] = [
      ["claim", now === "pending" ? 5 : 1],
      ["plan", now === "cancelled" || now === "failed" ? 6 : 0],
      ["edit", 1],
      ["cancel", now === "pending" || now === "publishing" ? 1 : 0],
      ["announce", prepared.length > 0 ? 6 : 0],
      ["arrive", inFlight.some(({ hasArrived }) => !hasArrived) ? 6 : 0],
      ["answer", inFlight.length],
      ["lose answer", 3 * inFlight.length],
      ["answer late", late.length > 0 ? 1 : 0],
      ["pass time", now === "unconfirmed" ? 3 : 1],
      ["take over", now === "unconfirmed" ? 4 : 1],
      ["settle", doubtful.length > 0 ? 6 : 0],
      ["ask owner", asked === null ? 0 : 4],
    ];
    return chances.flatMap(([act, times]) => Array<Act>(times).fill(act));
  };

  return {
    platform,
    status,
    step: async (chance: number) => {
      const acts = await possible();
      const act = acts[chance % acts.length];
      if (act) await happen[act](Math.floor(chance / acts.length));
      return act;
    },
    /** Lets everything that is under way come to its end, without a new post going out. */
    end: async () => {
      for (let round = 0; round < 8; round += 1) {
        const now = await status();
        if (now !== "publishing" && now !== "unconfirmed") return;
        await happen["pass time"](0);
        await happen["take over"](0);
        while (doubtful.length > 0) await happen.settle(1);
        await happen["ask owner"](1);
      }
    },
  };
}

const proofOf = ({ idempotency_key: key }: Claim) =>
  ({
    kind: "published",
    platform_post_id: key,
    permalink: null,
    published_at: null,
  }) satisfies PublishOutcome;

const pick = <One>(many: readonly One[], which: number): One | undefined =>
  many.length === 0 ? undefined : many[which % many.length];
