import { AppError } from "@genie/errors";
import type { Adapter, LookUp } from "@genie/platforms";
import type { DoubtfulClaim, IntentAnswer, OutcomeReport } from "@genie/schema";
import { expect, it } from "vitest";
import { oneAtATime } from "../accounts/one-at-a-time.ts";
import { fakeAccount } from "../testing/fake-account.ts";
import { claim } from "../testing/fake-claim.ts";
import { settleClaims } from "./settle-claims.ts";
import { unused } from "../testing/unused.ts";

const never: DoubtfulClaim = { ...claim, send_within_ms: null };
const sent: DoubtfulClaim = { ...never, sent_at: "2026-11-25T12:00:01.000Z" };
const again: DoubtfulClaim = { ...sent, send_within_ms: 5_000 };
const { signal } = new AbortController();

const lookUp = (claims: DoubtfulClaim[], findPublished: NonNullable<Adapter["findPublished"]>) =>
  settle(claims, { findPublished });

const goOn: IntentAnswer = { kind: "send", send_within_ms: 5_000, intent_no: 1 };

async function settle(
  claims: DoubtfulClaim[],
  adapter: Partial<Adapter>,
  intend: () => Promise<IntentAnswer> = async () => goOn,
) {
  const reports: OutcomeReport[] = [];
  const rounds = [claims];
  const { withAccount, services } = fakeAccount({ session: true, adapter });
  await settleClaims(
    {
      publishing: {
        claim: unused,
        renew: async () => "renewed",
        intend,
        report: unused,
        takeUnconfirmed: async () => ({ claims: rounds.shift() ?? [], more: rounds.length > 0 }),
        publishedIds: async () => ["p0", ...reports.flatMap(idIn)],
      },
      spool: { report: async (report) => void reports.push(report), deliver: unused },
      withAccount,
      sendingOf: oneAtATime(),
      openFile: unused,
      storeProof: unused,
      live: { report: unused },
      log: services.log,
    },
    signal,
  );
  return reports;
}

const idIn = ({ outcome }: OutcomeReport) =>
  outcome.kind === "published" ? [outcome.platform_post_id] : [];

it("finds two posts of an account with the same words one after the other, each another one", async () => {
  const both = [sent, { ...sent, post_id: claim.attempt_id }];
  const there = ["p2", "p1"];
  const reports = await lookUp(both, async (_context, { knownPostIds }) => {
    const platformPostId = there.findLast((id) => !knownPostIds.includes(id)) ?? "";
    return { platformPostId, permalink: "https://fake.example/p", publishedAt: new Date() };
  });
  expect(reports.flatMap(idIn)).toEqual(["p1", "p2"]);
  expect(reports).toMatchObject([
    { outcome: { looked_up: true } },
    { outcome: { looked_up: true } },
  ]);
});

it("reports a post that the platform has, and asks it for the right one", async () => {
  const asked: LookUp[] = [];
  const reports = await lookUp([sent], async (_context, what) => {
    asked.push(what);
    const publishedAt = new Date("2026-11-25T12:00:02Z");
    return { platformPostId: "p1", permalink: "https://fake.example/p1", publishedAt };
  });
  expect(asked).toEqual([
    {
      caption: "a caption",
      dueAt: new Date(claim.scheduled_for),
      fileCount: 1,
      idempotencyKey: claim.idempotency_key,
      sentAt: new Date("2026-11-25T12:00:01Z"),
      knownPostIds: ["p0"],
    },
  ]);
  expect(reports).toMatchObject([
    { claim_token: claim.claim_token, outcome: { kind: "published", platform_post_id: "p1" } },
  ]);
});

it("reports that the platform does not have it", async () => {
  expect(await lookUp([sent], async () => null)).toMatchObject([
    { outcome: { kind: "not_found" } },
  ]);
});

it("says nothing of a post that can't be looked up now, and goes on with the next", async () => {
  let calls = 0;
  const other = { ...sent, post_id: claim.attempt_id };
  const reports = await lookUp([sent, other], async () => {
    calls += 1;
    if (calls === 1) throw new AppError("upstream_unavailable", "Fake is away.");
    return null;
  });
  expect(reports).toHaveLength(1);
});

it("does not look for what was never sent", async () => {
  const reports = await lookUp([never], () => Promise.reject(new Error("no need to")));
  expect(reports).toEqual([]);
});

it("sends a post again with its key, where the platform drops repeats, once all is prepared", async () => {
  const story: string[] = [];
  const intents: IntentAnswer[] = [{ kind: "early", wait_ms: 1 }, goOn];
  const reports = await settle(
    [again],
    {
      findPublished: async () => null,
      preparePost: async (_context, post) => {
        story.push(`prepare ${post.idempotencyKey}`);
        return {
          send: async () => {
            story.push("send");
            const permalink = "https://fake.example/p1";
            return { kind: "published", platformPostId: "p1", permalink, publishedAt: null };
          },
        };
      },
    },
    async () => {
      story.push("intent");
      return intents.shift() ?? goOn;
    },
  );
  expect(story).toEqual([`prepare ${claim.idempotency_key}`, "intent", "intent", "send"]);
  expect(reports).toMatchObject([{ outcome: { kind: "published", platform_post_id: "p1" } }]);
  expect(reports[0]?.outcome).not.toHaveProperty("looked_up");
});

it("does not send again what is there, where the platform can be asked", async () => {
  const publishedAt = new Date("2026-11-25T12:00:02Z");
  const reports = await settle([again], {
    findPublished: async () => ({
      platformPostId: "p1",
      permalink: "https://f.example",
      publishedAt,
    }),
    preparePost: () => Promise.reject(new Error("no need to")),
  });
  expect(reports).toMatchObject([{ outcome: { kind: "published", platform_post_id: "p1" } }]);
});

it("sends nothing again where it can't hear whether the post is there", async () => {
  const reports = await settle([again], {
    findPublished: () => Promise.reject(new AppError("upstream_unavailable", "Fake is away.")),
    preparePost: () => Promise.reject(new Error("not now")),
  });
  expect(reports).toEqual([]);
});

it("sends nothing again, and says nothing, without the go-ahead", async () => {
  const reports = await settle(
    [again],
    {
      findPublished: async () => null,
      preparePost: async () => ({ send: () => Promise.reject(new Error("not to be sent")) }),
    },
    async () => ({ kind: "lost" }),
  );
  expect(reports).toEqual([]);
});

it.each([
  ["for good is its owner's", new AppError("platform_rejected", "Fake takes no videos."), true],
  ["for now is left to the next time", new AppError("upstream_unavailable", "Away."), false],
])("what can't be sent again %s", async (_how, error, isHers) => {
  const reports = await settle([again], {
    findPublished: async () => null,
    preparePost: () => Promise.reject(error),
  });
  const unsettled = { kind: "unsettled", sentence: error.message };
  expect(reports.map(({ outcome }) => outcome)).toEqual(isHers ? [unsettled] : []);
});
