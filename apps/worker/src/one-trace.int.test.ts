import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  call,
  type CollectedSpan,
  collectSpans,
  composedPosts,
  createSandboxAccount,
  stackUnderTest,
} from "@genie/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCreator, read } from "./testing/creator.ts";

const { dashboardUrl, logFolder } = stackUnderTest();
const patience = { timeout: 60_000, interval: 250 };
/** All that a span may tell. */
const told = new Set([
  "error.type",
  "http.request.method",
  "http.response.status_code",
  "http.route",
  "messaging.message.id",
  "server.address",
]);

let collector: Awaited<ReturnType<typeof collectSpans>>;
beforeAll(async () => {
  collector = await collectSpans();
});
afterAll(() => collector.close());

it("a post that is planned and goes out is one trace through all services, and one id in all logs", async () => {
  const account = await createSandboxAccount({ posts: 0 });
  const creator = await createCreator(account, "sandbox_idempotent");
  const caption = `Nobody is to read ${randomUUID()}`;
  const planned = await call("POST", "/api/directus/items/scheduled_posts?fields=id", {
    to: String(dashboardUrl),
    token: creator.token,
    headers: { traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-01` },
    body: {
      creator_profile_id: creator.profileId,
      caption,
      scheduled_for: new Date(Date.now() + 1_000).toISOString(),
      status: "pending",
    },
  });
  const { id } = planned.data as { id: string };
  const requestId = planned.headers.get("x-request-id") ?? "";
  // What a caller says of the request that it is part of is nobody's word.
  expect(requestId).toMatch(/^(?!a{32})[0-9a-f]{32}$/);
  const state = () =>
    read<{ status: string }>(creator, `/items/scheduled_posts/${id}`).then(({ status }) => status);
  await expect.poll(state, patience).toBe("published");
  expect((await composedPosts(account.username)).posts).toHaveLength(1);

  const ours = () => collector.spans.filter(({ traceId }) => traceId === requestId);
  const seen = () => ours().map(({ service, name }) => `${service}: ${name}`);
  await expect
    .poll(seen, patience)
    .toEqual(
      expect.arrayContaining([
        "genie-dashboard: POST /api/directus/*",
        "genie-directus: POST /items/:collection",
        "genie-directus: enqueue publish-post",
        "genie-worker: job publish-post",
        "genie-worker: call a platform",
      ]),
    );
  const keys = ours().flatMap(({ attributes }) => Object.keys(attributes));
  expect(keys.filter((key) => !told.has(key))).toEqual([]);
  const everything = JSON.stringify(collector.spans);
  for (const secret of [caption, account.password, account.username, creator.token, "?fields"]) {
    expect(everything).not.toContain(secret);
  }
  expect(parentless(ours()).map(({ service }) => service)).toEqual(["genie-dashboard"]);

  for (const service of ["directus", "worker"]) {
    const lines = await readFile(join(logFolder, `${service}.log`), "utf8");
    expect([service, lines.includes(`"requestId":"${requestId}"`)]).toEqual([service, true]);
  }
});

/** Those that begin something. */
const parentless = (spans: readonly CollectedSpan[]) =>
  spans.filter(({ parentSpanId }) => (parentSpanId ?? "") === "");
