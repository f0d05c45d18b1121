import { describe, expect, it } from "vitest";
import type { Adapter, AdapterContext, OutgoingPost, SendResult } from "./adapter.ts";
import type { Credentials } from "./platform.ts";

/** What can be made to happen on the platform, once and to one account. */
export type Trouble =
  | "captcha"
  | "one_time_code"
  | "session_ended"
  | "rate_limited"
  /** It publishes and never answers. */
  | "answer_lost"
  | "error_after_publishing"
  | "error_before_publishing";

export type OpenContext = AdapterContext & { close: () => Promise<void> };

/** A platform that does what it is told, for the suite. */
export type PlatformUnderTest = {
  adapter: Adapter;
  /** The same for an address where nobody answers. */
  unreachable: Adapter;
  createAccount: () => Promise<{ username: string; credentials: Credentials }>;
  openContext: (username: string, signal?: AbortSignal) => OpenContext;
  bring: (trouble: Trouble, username: string) => Promise<void>;
  /** What the platform itself says is there, newest first. */
  publishedBy: (username: string) => Promise<{ id: string; caption: string; files: number }[]>;
  files: (count: number) => OutgoingPost["files"];
};

/** What holds for every adapter. */
export function describeAdapter(name: string, start: () => Promise<PlatformUnderTest>): void {
  describe(`the adapter of ${name}`, () => {
    describeLogIn(start);
    describeFailures(start);
    describePublishing(start);
  });
}

type Signed = PlatformUnderTest & { username: string; context: OpenContext } & AsyncDisposable;

/** An account of its own that is signed in. */
async function signIn(start: () => Promise<PlatformUnderTest>): Promise<Signed> {
  const platform = await start();
  const { username, credentials } = await platform.createAccount();
  const context = platform.openContext(username);
  await platform.adapter.logIn(context, credentials);
  return { ...platform, username, context, [Symbol.asyncDispose]: context.close };
}

const post = (caption: string, files: OutgoingPost["files"] = []): OutgoingPost => ({
  caption,
  files,
  config: {},
  idempotencyKey: "",
});

function requirePublished(result: SendResult) {
  if (result.kind === "published") return result;
  throw new Error(`Sending was ${result.kind}: ${result.sentence}`);
}

function requireRefused(result: SendResult) {
  if (result.kind === "refused") return result;
  throw new Error(`Sending was ${result.kind}.`);
}

/** What the caller does when a look-up found nothing. */
async function publishedAgain(adapter: Adapter, context: AdapterContext, caption: string) {
  const result = await (await adapter.preparePost(context, post(caption))).send();
  return requirePublished(result).platformPostId;
}

async function publish({ adapter, context }: Signed, outgoing: OutgoingPost): Promise<SendResult> {
  return (await adapter.preparePost(context, outgoing)).send();
}

function describeLogIn(start: () => Promise<PlatformUnderTest>): void {
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

    const other = openContext(username);
    expect(await adapter.resumeSession(other, result.cookies)).toBe("active");
    await bring("session_ended", username);
    expect(await adapter.resumeSession(other, result.cookies)).toBe("expired");
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

  it.each(["captcha", "one_time_code"] as const)(
    "%s is a person's to answer",
    async (challenge) => {
      const { adapter, openContext, createAccount, bring } = await start();
      const { username, credentials } = await createAccount();
      await bring(challenge, username);
      const context = openContext(username);
      const result = await adapter.logIn(context, credentials);
      expect(result).toMatchObject({ kind: "challenge", challenge });
      await context.close();
    },
  );
}

function describeFailures(start: () => Promise<PlatformUnderTest>): void {
  it("a platform that is not there is upstream_unavailable", async () => {
    const { unreachable, openContext, createAccount } = await start();
    const { username, credentials } = await createAccount();
    const context = openContext(username);
    for (const attempt of [
      () => unreachable.logIn(context, credentials),
      () => unreachable.scrapeProfile(context),
      () => unreachable.preparePost(context, post("x")),
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
    expect(requireRefused(await prepared.send()).retryAfterMs).toBeGreaterThan(0);
    expect(await publishedBy(username)).toEqual([]);
  });

  it("work that is stopped ends with an AppError, and sending with unknown", async () => {
    const { adapter, openContext, createAccount } = await start();
    const { username, credentials } = await createAccount();
    const stopping = new AbortController();
    const context = openContext(username, stopping.signal);
    await adapter.logIn(context, credentials);
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

function describePublishing(start: () => Promise<PlatformUnderTest>): void {
  it("preparing publishes nothing; sending publishes once, and it is found", async () => {
    await using signed = await signIn(start);
    const { adapter, context, username, publishedBy, files } = signed;
    const caption = `  First line <b>&amp;</b> "quoted"\r\nSecond 🌅 #tag\n\nLast `;
    const two = files(2);
    const prepared = await adapter.preparePost(context, post(caption, two));
    expect(await publishedBy(username)).toEqual([]);
    const sentAt = new Date();
    const result = await prepared.send();
    const [there, ...others] = await publishedBy(username);
    expect(others).toEqual([]);
    expect(result).toMatchObject({ kind: "published", platformPostId: there?.id });
    expect(there?.files).toBe(2);

    const lookUp = { caption, fileCount: 2, idempotencyKey: "", sentAt, knownPostIds: [] };
    const found = await adapter.findPublished(context, lookUp);
    expect(found).toMatchObject({ platformPostId: there?.id });
    const { platformPostId, permalink, publishedAt } = requirePublished(result);
    expect(found).toEqual({
      platformPostId,
      permalink,
      publishedAt: publishedAt ?? found?.publishedAt,
    });
    for (const other of [
      { caption: `${caption.trim()}.` },
      { fileCount: 1 },
      { knownPostIds: [there?.id ?? ""] },
      { sentAt: new Date(sentAt.getTime() + 10 * 60_000) },
    ]) {
      expect(await adapter.findPublished(context, { ...lookUp, ...other })).toBeNull();
    }
  });

  it("a caption at the limit is taken; one over is refused with a sentence", async () => {
    await using signed = await signIn(start);
    const { captionLength } = signed.adapter.platform.limits;
    const most = "🌅".repeat(captionLength);
    expect(await publish(signed, post(most))).toMatchObject({ kind: "published" });
    expect(await publish(signed, post(`${most}x`))).toMatchObject({
      kind: "refused",
      sentence: expect.stringMatching(/\w+ .+\.$/),
      retryAfterMs: null,
    });
    const there = await signed.publishedBy(signed.username);
    expect(there.map(({ caption }) => caption)).toEqual([most]);
  });

  it.each([
    ["answer_lost", true],
    ["error_after_publishing", true],
    ["error_before_publishing", false],
  ] as const)(
    "after %s sending is unknown, a look-up tells, and it is there once",
    async (trouble, isThere) => {
      await using signed = await signIn(start);
      const { adapter, username, bring, publishedBy, openContext } = signed;
      const caption = `After ${trouble}`;
      await bring(trouble, username);
      const prepared = await adapter.preparePost(signed.context, post(caption));
      const sentAt = new Date();
      expect(await prepared.send()).toMatchObject({ kind: "unknown" });

      // As after a restart: another browser with the stored session.
      const cookies = await (await signed.context.openPage()).cookies();
      const later = openContext(username);
      expect(await adapter.resumeSession(later, cookies)).toBe("active");
      const lookUp = { caption, fileCount: 0, idempotencyKey: "", sentAt, knownPostIds: [] };
      const found = await adapter.findPublished(later, lookUp);
      expect(found !== null).toBe(isThere);
      const postId = found?.platformPostId ?? (await publishedAgain(adapter, later, caption));
      await later.close();
      const there = await publishedBy(username);
      expect(there.map(({ id }) => id)).toEqual([postId]);
    },
  );
}
