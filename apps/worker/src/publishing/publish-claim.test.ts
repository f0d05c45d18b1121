import { AppError } from "@genie/errors";
import type { OutgoingPost, SendResult } from "@genie/platforms";
import type { IntentAnswer, LiveReport, OutcomeReport } from "@genie/schema";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { oneAtATime } from "../accounts/one-at-a-time.ts";
import { fakeAccount } from "../testing/fake-account.ts";
import { claim } from "../testing/fake-claim.ts";
import { publishClaim } from "./publish-claim.ts";
import type { PublishingRecords } from "./publishing-records.ts";
import { unused } from "../testing/unused.ts";

const goOn: IntentAnswer = { kind: "send", send_within_ms: 1_000, intent_no: 1 };
const onPlatform: SendResult = {
  kind: "published",
  platformPostId: "p1",
  permalink: "https://fake.example/posts/p1",
  publishedAt: new Date("2026-11-25T12:00:00Z"),
};

/** Of one post, once it is prepared. */
const sent = ["intent", "send", "report"];

type Options = {
  intents?: (IntentAnswer | Error)[];
  prepare?: (post: OutgoingPost, signal: AbortSignal) => Promise<void>;
  send?: () => Promise<SendResult>;
  renew?: PublishingRecords["renew"];
  tries?: number;
  picture?: () => Promise<Uint8Array>;
};

/** One claim whose story is noted: every step in the order in which it was taken. */
function publishing({
  intents = [goOn],
  prepare = async () => {},
  send = async () => onPlatform,
  renew = async () => "renewed",
  tries = 1,
  picture,
}: Options = {}) {
  const story: string[] = [];
  const reports: OutcomeReport[] = [];
  const proofs: LiveReport[] = [];
  const stopping = new AbortController();
  const { withAccount, services } = fakeAccount({
    session: true,
    profile: { connection: "connected" },
    adapter: {
      preparePost: async ({ openPage, signal }, post) => {
        await openPage();
        story.push("prepare");
        await prepare(post, signal);
        return {
          send: () => {
            story.push("send");
            return send();
          },
          ...(picture && { picture }),
        };
      },
    },
  });
  const records: PublishingRecords = {
    claim: unused,
    renew,
    intend: async () => {
      story.push("intent");
      const answer = intents.shift() ?? goOn;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    report: unused,
    takeUnconfirmed: unused,
    publishedIds: unused,
  };
  const sendingOf = oneAtATime();
  const run = () =>
    publishClaim(
      {
        publishing: records,
        withAccount,
        log: services.log,
        sendingOf,
        openFile: async (id) => ReadableStream.from([Buffer.from(`file ${id}`)]),
        storeProof: async (ownerId, png) => `proof of ${ownerId}: ${Buffer.from(png).toString()}`,
        live: {
          report: async (report) => {
            story.push("proof");
            proofs.push(report);
          },
        },
        spool: {
          report: async (report) => {
            story.push("report");
            reports.push(report);
          },
          deliver: unused,
        },
      },
      { ...claim, tries },
      stopping.signal,
    );
  return { run, story, reports, proofs, stopping, outcome: () => reports[0]?.outcome };
}

const noPicture = () => Promise.reject(new Error("There is no picture."));
const noAnswer = async () => ({ kind: "unknown", sentence: "No answer." }) as const;

describe("publishClaim", () => {
  it("keeps a picture of what is out, after it was reported", async () => {
    const { run, story, proofs } = publishing({ picture: async () => Buffer.from("png") });
    await run();
    expect(story).toEqual(["prepare", "intent", "send", "report", "proof"]);
    expect(proofs).toEqual([
      {
        post_id: claim.post_id,
        platform_post_id: "p1",
        live: true,
        proof_file_id: `proof of ${claim.user_id}: png`,
      },
    ]);
  });

  it("a picture that can't be had changes nothing", async () => {
    const { run, reports, proofs } = publishing({ picture: noPicture });
    await run();
    expect([reports.length, proofs]).toEqual([1, []]);
  });

  it("takes no picture of what may not be out", async () => {
    const { run, story } = publishing({ send: noAnswer, picture: noPicture });
    await run();
    expect(story).not.toContain("proof");
  });

  it("prepares, writes the intent down, sends once and reports", async () => {
    const posts: OutgoingPost[] = [];
    const { run, story, reports } = publishing({ prepare: async (post) => void posts.push(post) });
    await run();
    expect(story).toEqual(["prepare", "intent", "send", "report"]);
    expect(reports).toEqual([
      {
        post_id: claim.post_id,
        claim_token: claim.claim_token,
        outcome: {
          kind: "published",
          platform_post_id: "p1",
          permalink: "https://fake.example/posts/p1",
          published_at: "2026-11-25T12:00:00.000Z",
        },
      },
    ]);
    const [post] = posts;
    expect(post).toMatchObject({ caption: "a caption", idempotencyKey: claim.idempotency_key });
    expect(post?.files).toMatchObject([{ name: "clip.mp4", mime: "video/mp4", kind: "video" }]);
    expect(await text(Readable.from(post?.files[0]?.bytes() ?? []))).toBe(
      `file ${claim.media[0]?.file_id}`,
    );
  });

  it("waits for as long as the ledger says, and asks again before it sends", async () => {
    const { run, story } = publishing({
      intents: [{ kind: "early", wait_ms: 30 }, { kind: "early", wait_ms: 1 }, goOn],
    });
    const startedAt = performance.now();
    await run();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(31);
    expect(story).toEqual(["prepare", "intent", "intent", "intent", "send", "report"]);
  });

  it("prepares posts of one account side by side, and sends them one after the other", async () => {
    const bothPrepared = Promise.withResolvers<void>();
    let prepared = 0;
    const { run, story } = publishing({
      prepare: async () => {
        prepared += 1;
        if (prepared === 2) bothPrepared.resolve();
      },
      send: async () => {
        await bothPrepared.promise;
        return onPlatform;
      },
    });
    await Promise.all([run(), run()]);
    expect(story.filter((step) => step !== "prepare")).toEqual([...sent, ...sent]);
  });

  it("lets another post of the account go first while it waits for its time", async () => {
    const { run, story } = publishing({ intents: [{ kind: "early", wait_ms: 50 }] });
    await Promise.all([run(), run()]);
    expect(story.filter((step) => step !== "prepare")).toEqual(["intent", ...sent, ...sent]);
  });

  it("sends nothing, and says nothing, when the claim is somebody else's", async () => {
    const { run, story } = publishing({ intents: [{ kind: "lost" }] });
    await run();
    expect(story).toEqual(["prepare", "intent"]);
  });

  it.each<[string, SendResult, object]>([
    [
      "a refusal",
      { kind: "refused", sentence: "Too long.", retryAfterMs: null },
      { kind: "refused", sentence: "Too long.", retry_after_ms: null },
    ],
    [
      "a refusal with a delay",
      { kind: "refused", sentence: "Slow down.", retryAfterMs: 1500.4 },
      { kind: "refused", sentence: "Slow down.", retry_after_ms: 1500 },
    ],
    [
      "an unknown outcome",
      { kind: "unknown", sentence: "No answer." },
      { kind: "unknown", sentence: "No answer." },
    ],
  ])("reports %s as it is", async (_what, result, outcome) => {
    const { run, story, reports } = publishing({ send: async () => result });
    await run();
    expect(reports[0]?.outcome).toEqual(outcome);
    expect(story.filter((step) => step === "send")).toHaveLength(1);
  });

  it("counts what does not answer in time as unknown", async () => {
    const never = new Promise<SendResult>(() => {});
    const { run, outcome } = publishing({
      intents: [{ kind: "send", send_within_ms: 20, intent_no: 1 }],
      send: () => never,
    });
    await run();
    expect(outcome()).toMatchObject({ kind: "unknown" });
  });

  it("counts a send that throws as unknown, never as refused", async () => {
    const { run, outcome } = publishing({ send: () => Promise.reject(new Error("a bug")) });
    await run();
    expect(outcome()).toMatchObject({ kind: "unknown" });
    const atOnce = publishing({
      send: () => {
        throw new Error("a bug");
      },
    });
    await atOnce.run();
    expect(atOnce.outcome()).toMatchObject({ kind: "unknown" });
  });

  it.each([
    [new AppError("upstream_unavailable", "Fake is away."), 1, 15_000],
    [new AppError("upstream_unavailable", "Fake is away."), 3, 240_000],
    [new AppError("rate_limited", "Slow down.", { retry: { afterMs: 7_000 } }), 1, 7_000],
    [new AppError("rate_limited", "Slow down.", { retry: { afterMs: 7_000 } }), 2, 60_000],
    [new AppError("platform_changed", "Fake looks different."), 1, null],
    [new Error("a bug"), 2, 60_000],
  ])(
    "reports %s before the intent as refused, with another try or none",
    async (problem, tries, retry) => {
      const { run, story, outcome } = publishing({
        prepare: () => Promise.reject(problem),
        tries,
      });
      await run();
      expect(story).toEqual(["prepare", "report"]);
      expect(outcome()).toMatchObject({ kind: "refused", retry_after_ms: retry });
    },
  );

  it("says so when the post waits for its person to sign in, and holds no account for it", async () => {
    const { run, outcome } = publishing({
      prepare: () => Promise.reject(new AppError("person_needed", "Sign in to Fake.")),
    });
    await run();
    expect(outcome()).toEqual({
      kind: "refused",
      sentence: "Sign in to Fake.",
      retry_after_ms: 120_000,
      waits_for_person: true,
    });
  });

  it("sends nothing while the ledger is away", async () => {
    const { run, story, outcome } = publishing({
      intents: [new AppError("upstream_unavailable", "Directus is away.")],
    });
    await run();
    expect(story).toEqual(["prepare", "intent", "report"]);
    expect(outcome()).toMatchObject({ kind: "refused", retry_after_ms: 15_000 });
  });

  it("gives up what it prepares when the worker stops, for another to send", async () => {
    const { run, story, stopping, outcome } = publishing({
      prepare: async (_post, signal) => {
        stopping.abort();
        signal.throwIfAborted();
      },
    });
    await run();
    expect(story).toEqual(["prepare", "report"]);
    expect(outcome()).toMatchObject({ kind: "released" });
  });

  it("does not wait for its time when the worker stops", async () => {
    const early = { kind: "early", wait_ms: 60_000 } as const;
    const { run, story, stopping } = publishing({ intents: [early] });
    const published = run();
    await expect.poll(() => story).toContain("intent");
    stopping.abort();
    await published;
    expect(story).toEqual(["prepare", "intent", "report"]);
  });

  it("finishes what it sends when the worker stops", async () => {
    const { run, outcome, stopping } = publishing({
      send: async () => {
        stopping.abort();
        await wait(5);
        return onPlatform;
      },
    });
    await run();
    expect(outcome()).toMatchObject({ kind: "published" });
  });

  it("does not begin once the worker stops", async () => {
    const { run, story, stopping, outcome } = publishing();
    stopping.abort();
    await run();
    expect(story).toEqual(["report"]);
    expect(outcome()).toMatchObject({ kind: "released" });
  });

  it("leaves out a permalink that is none", async () => {
    const { run, reports } = publishing({
      send: async () => ({ ...onPlatform, permalink: "no address" }),
    });
    await run();
    expect(reports).toMatchObject([{ outcome: { kind: "published", permalink: null } }]);
  });
});
