import { describe, expect, it } from "vitest";
import type { Cookie } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import {
  type Adapter,
  type AdapterContext,
  canLookUp,
  canSeePosts,
  type LookingAdapter,
  type OutgoingPost,
  type PlatformFan,
  type SendResult,
} from "./adapter.ts";
import type { Credentials, Guarantee } from "./platform.ts";
import { lookingFor, outgoing } from "./testing/outgoing.ts";
import type {
  Challenge,
  OpenContext,
  PlatformUnderTest,
  Trouble,
} from "./testing/platform-under-test.ts";

/**
 * What holds for every adapter, and what its guarantee promises. `challenges` are those that a person may
 * meet while signing in; there are none where she brings a token.
 */
export function describeAdapter(
  name: string,
  guarantee: Guarantee,
  start: () => Promise<PlatformUnderTest>,
  challenges: readonly Challenge[] = ["captcha", "one_time_code"],
): void {
  describe(`the adapter of ${name}`, () => {
    describeLogIn(start, challenges);
    describeFailures(start);
    describeFans(start);
    describePublishing(start);
    describeGuarantee[guarantee](start);
  });
}

type Signed = PlatformUnderTest & {
  username: string;
  context: OpenContext;
  cookies: Cookie[];
} & AsyncDisposable;

/** An account of its own that is signed in. */
async function signIn(start: () => Promise<PlatformUnderTest>): Promise<Signed> {
  const platform = await start();
  const { username, credentials } = await platform.createAccount();
  const opened = platform.openContext(username);
  const cookies = await logIn(platform.adapter, opened, credentials);
  const context = { ...opened, cookies };
  return { ...platform, username, context, cookies, [Symbol.asyncDispose]: opened.close };
}

async function logIn(
  adapter: Adapter,
  context: AdapterContext,
  credentials: Credentials,
): Promise<Cookie[]> {
  const result = await adapter.logIn(context, credentials);
  if (result.kind === "signed_in") return result.cookies;
  throw new Error("The log-in came to a challenge.");
}

const post = (caption: string, files: OutgoingPost["files"] = []): OutgoingPost =>
  outgoing({ caption, files });

function requirePublished(result: SendResult) {
  if (result.kind === "published") return result;
  throw new Error(`Sending was ${result.kind}: ${result.sentence}`);
}

function requireRefused(result: SendResult) {
  if (result.kind === "refused") return result;
  throw new Error(`Sending was ${result.kind}.`);
}

async function publish(
  { adapter, context }: Pick<Signed, "adapter" | "context">,
  outgoing: OutgoingPost,
): Promise<SendResult> {
  return (await adapter.preparePost(context, outgoing)).send();
}

function describeLogIn(
  start: () => Promise<PlatformUnderTest>,
  challenges: readonly Challenge[],
): void {
  it("a session that was stored holds in another browser, until the platform ends it", async () => {
    const { adapter, openContext, createAccount, bring } = await start();
    const { username, credentials } = await createAccount();
    const context = openContext(username);
    const result = await adapter.logIn(context, credentials);
    await context.close();
    if (result.kind !== "signed_in") throw new Error("The log-in came to a challenge.");
    const names = result.cookies.map((cookie) => cookie.name);
    expect(names).toEqual(expect.arrayContaining([...adapter.platform.sessionCookies]));
    expect(result.expiresAt === null || result.expiresAt > new Date()).toBe(true);

    const other = { ...openContext(username), cookies: result.cookies };
    const isSeen = async () => adapter.isSignedIn?.(await other.openPage());
    expect(await adapter.resumeSession(other, result.cookies)).toBe("active");
    expect((await isSeen()) ?? true).toBe(true);
    await bring("session_ended", username);
    expect(await adapter.resumeSession(other, result.cookies)).toBe("expired");
    expect((await isSeen()) ?? false).toBe(false);
    await expect(adapter.scrapeProfile(other)).rejects.toMatchObject({
      code: "reconnect_required",
    });
    await other.close();
  });

  it("a wrong password is reconnect_required, with a sentence that does not repeat it", async () => {
    const { adapter, openContext, createAccount } = await start();
    const { username, credentials } = await createAccount();
    const context = openContext(username);
    const wrong = Object.fromEntries(
      adapter.platform.credentialFields.map(({ name, kind }) => [
        name,
        kind === "password" ? "wrong-password" : (credentials[name] ?? ""),
      ]),
    );
    const attempt = adapter.logIn(context, wrong);
    await expect(attempt).rejects.toMatchObject({ name: "AppError", code: "reconnect_required" });
    await expect(attempt).rejects.not.toThrow("wrong-password");
    await context.close();
  });

  it.each(challenges)("%s is a person's to answer", async (challenge) => {
    const { adapter, openContext, createAccount, bring } = await start();
    const { username, credentials } = await createAccount();
    await bring(challenge, username);
    const context = openContext(username);
    const result = await adapter.logIn(context, credentials);
    expect(result).toMatchObject({ kind: "challenge", challenge });
    await context.close();
  });
}

function describeFailures(start: () => Promise<PlatformUnderTest>): void {
  it("a platform that is not there is upstream_unavailable", async () => {
    const { unreachable, openContext, createAccount, files } = await start();
    const { username, credentials } = await createAccount();
    const context = openContext(username);
    for (const attempt of [
      () => unreachable.logIn(context, credentials),
      () => unreachable.scrapeProfile(context),
      () => unreachable.preparePost(context, post("x", files(1))),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "upstream_unavailable" });
    }
    await context.close();
  });

  it("rate limiting carries its delay, before and in sending", async () => {
    await using signed = await signIn(start);
    const { adapter, context, username, bring, publishedBy } = signed;
    await bring("rate_limited", username);
    await expect(adapter.scrapeProfile(context)).rejects.toMatchObject({
      code: "rate_limited",
      retry: { afterMs: expect.any(Number) },
    });
    const prepared = await adapter.preparePost(context, post("Too soon"));
    await bring("rate_limited", username);
    const refused = requireRefused(await prepared.send());
    expect(refused.retryAfterMs).toBeGreaterThan(0);
    expect(refused.holdsAccount).toBe(true);
    expect(await publishedBy(username)).toEqual([]);
  });

  it("work that is stopped ends with an AppError, and sending with unknown", async () => {
    const { adapter, openContext, createAccount } = await start();
    const { username, credentials } = await createAccount();
    const stopping = new AbortController();
    const opened = openContext(username, stopping.signal);
    const context = { ...opened, cookies: await logIn(adapter, opened, credentials) };
    const prepared = await adapter.preparePost(context, post("Never sent"));
    stopping.abort();
    await expect(adapter.scrapeProfile(context)).rejects.toMatchObject({ name: "AppError" });
    expect(await prepared.send()).toMatchObject({ kind: "unknown" });
    await context.close();
  });

  it("a session that ends before sending posts nothing and asks for another try", async () => {
    await using signed = await signIn(start);
    const { adapter, context, username, bring, publishedBy } = signed;
    const prepared = await adapter.preparePost(context, post("Not this time"));
    await bring("session_ended", username);
    expect(requireRefused(await prepared.send()).retryAfterMs).toBeGreaterThan(0);
    expect(await publishedBy(username)).toEqual([]);
  });
}

function describeFans(start: () => Promise<PlatformUnderTest>): void {
  it("an adapter that lists fans gives each once, as the platform has them", async () => {
    await using signed = await signIn(start);
    const { adapter, context, username, fansOf } = signed;
    expect(adapter.listFans === undefined).toBe(fansOf === undefined);
    const listed: PlatformFan[] = [];
    for await (const fans of adapter.listFans?.(context) ?? []) {
      expect(fans.length).toBeGreaterThan(0);
      listed.push(...fans);
    }
    expect(byId(listed)).toEqual(byId((await fansOf?.(username)) ?? []));
    expect(new Set(listed.map(({ platformFanId }) => platformFanId)).size).toBe(listed.length);
  });
}

const byId = (fans: PlatformFan[]) =>
  fans.toSorted((a, b) => a.platformFanId.localeCompare(b.platformFanId));

function describePublishing(start: () => Promise<PlatformUnderTest>): void {
  it("preparing publishes nothing; sending publishes once", async () => {
    await using signed = await signIn(start);
    const { adapter, context, username, publishedBy, files } = signed;
    const caption = `  First line <b>&amp;</b> "quoted"\r\nSecond 🌅 #tag\n\nLast `;
    const two = files(2);
    const prepared = await adapter.preparePost(context, post(caption, two));
    expect(await publishedBy(username)).toEqual([]);
    const result = await prepared.send();
    const [there, ...others] = await publishedBy(username);
    expect(others).toEqual([]);
    expect(result).toMatchObject({ kind: "published", platformPostId: there?.id });
    expect(there?.files).toBe(2);
  });

  it("a platform that can be asked says whether a post is still there", async () => {
    await using signed = await signIn(start);
    const { adapter, context, username, takeDown } = signed;
    const { platformPostId, permalink } = requirePublished(await publish(signed, post("Here")));
    const isThere = async () =>
      canSeePosts(adapter) ? adapter.isLive(context, { platformPostId, permalink }) : null;
    expect(await isThere()).toBe(canSeePosts(adapter) ? true : null);
    await takeDown(username, platformPostId);
    expect(await isThere()).toBe(canSeePosts(adapter) ? false : null);
  });

  it("a caption at the limit is taken; one over is refused with a sentence", async () => {
    await using signed = await signIn(start);
    const { caption } = signed.adapter.platform.limits;
    const most = "🌅".repeat(caption.most);
    expect(await publish(signed, post(most))).toMatchObject({ kind: "published" });
    expect(await publish(signed, post(`${most}x`))).toMatchObject({
      kind: "refused",
      sentence: expect.stringMatching(/\w+ .+\.$/),
      retryAfterMs: null,
    });
    const there = await signed.publishedBy(signed.username);
    expect(there.map(({ caption }) => caption)).toEqual([most]);
  });
}

/** What went wrong while the platform was sent something, and whether the post is there. */
const lostAnswers = [
  ["answer_lost", true],
  ["error_after_publishing", true],
  ["error_before_publishing", false],
] as const;

const describeGuarantee = {
  lookup: describeLookUp,
  idempotent: describeKeys,
  blind: describeBlindness,
} as const satisfies Record<Guarantee, (start: () => Promise<PlatformUnderTest>) => void>;

/** Sends something whose answer is lost, and signs in anew with the stored session. */
async function loseAnswer(signed: Signed, trouble: Trouble) {
  const { adapter, username, bring, openContext, cookies } = signed;
  const sent = post(`After ${trouble}`);
  await bring(trouble, username);
  const prepared = await adapter.preparePost(signed.context, sent);
  const sentAt = new Date();
  expect(await prepared.send()).toMatchObject({ kind: "unknown" });
  const context = { ...openContext(username), cookies };
  expect(await adapter.resumeSession(context, cookies)).toBe("active");
  return {
    adapter,
    sent,
    sentAt,
    context,
    [Symbol.asyncDispose]: context.close,
  };
}

function describeLookUp(start: () => Promise<PlatformUnderTest>): void {
  it("what was sent is found, and nothing else", async () => {
    await using signed = await signIn(start);
    const { context, publishedBy, username, files } = signed;
    const { findPublished } = requireLooking(signed.adapter);
    const caption = `  First line <b>&amp;</b> "quoted"\r\nSecond 🌅 #tag\n\nLast `;
    const sentAt = new Date();
    const result = requirePublished(await publish(signed, post(caption, files(2))));
    const [there] = await publishedBy(username);
    const lookUp = lookingFor({ caption, fileCount: 2, sentAt });
    const found = await findPublished(context, lookUp);
    const { platformPostId, permalink, publishedAt } = result;
    expect(found).toEqual({
      platformPostId: there?.id,
      permalink,
      publishedAt: publishedAt ?? found?.publishedAt,
    });
    expect(platformPostId).toBe(there?.id);
    for (const other of [
      { caption: `${caption.trim()}.` },
      { fileCount: 1 },
      { knownPostIds: [there?.id ?? ""] },
      { sentAt: new Date(sentAt.getTime() + 10 * 60_000) },
    ]) {
      await expectNotFound(signed, () => findPublished(context, { ...lookUp, ...other }));
    }
  });

  it.each(lostAnswers)(
    "after %s sending is unknown, a look-up tells, and it is there once",
    async (trouble, isThere) => {
      await using signed = await signIn(start);
      await using later = await loseAnswer(signed, trouble);
      const { sent, sentAt, context } = later;
      const lookUp = lookingFor({ ...sent, sentAt });
      const { findPublished } = requireLooking(signed.adapter);
      if (!isThere) await expectNotFound(signed, () => findPublished(context, lookUp));
      const found = isThere ? await findPublished(context, lookUp) : null;
      expect(found !== null).toBe(isThere);
      const out = found ?? requirePublished(await publish(later, sent));
      const there = await signed.publishedBy(signed.username);
      expect(there.map(({ id }) => id)).toEqual([out.platformPostId]);
    },
  );
}

/** A look-up says no, or that it can't say no. */
async function expectNotFound(
  { absenceIsDoubt = false }: PlatformUnderTest,
  lookUp: () => Promise<unknown>,
): Promise<void> {
  const said = await lookUp().then(
    (found) => (found === null ? "it is not there" : "it is there"),
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );
  expect(said).toBe(absenceIsDoubt ? "platform_changed" : "it is not there");
}

function describeKeys(start: () => Promise<PlatformUnderTest>): void {
  it.each(lostAnswers)(
    "after %s sending is unknown, and with the same key again it is there once",
    async (trouble) => {
      await using signed = await signIn(start);
      await using later = await loseAnswer(signed, trouble);
      const first = requirePublished(await publish(later, later.sent));
      const again = requirePublished(await publish(later, later.sent));
      const there = await signed.publishedBy(signed.username);
      expect(there.map(({ id }) => id)).toEqual([first.platformPostId]);
      expect(again.platformPostId).toBe(first.platformPostId);
      expect(signed.adapter.platform.keyWindowMs).toBeGreaterThan(0);
    },
  );
}

function describeBlindness(start: () => Promise<PlatformUnderTest>): void {
  it.each(lostAnswers)(
    "after %s sending is unknown, and nobody can be asked",
    async (trouble, isThere) => {
      await using signed = await signIn(start);
      await using later = await loseAnswer(signed, trouble);
      expect(canLookUp(later.adapter)).toBe(false);
      expect(await signed.publishedBy(signed.username)).toHaveLength(isThere ? 1 : 0);
    },
  );
}

function requireLooking(adapter: Adapter): LookingAdapter {
  if (canLookUp(adapter)) return adapter;
  throw new Error(`${adapter.platform.name} can't be asked what is out.`);
}
