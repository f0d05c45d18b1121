import { describe, expect, it } from "vitest";
import { sandboxSite } from "../sandbox/site.ts";
import { readSendResult } from "./publish.ts";

const origin = "http://sandbox.localhost:3200";
const site = sandboxSite(origin);
const state = (path: string, status: number | null, retry_after_ms: number | null = null) => ({
  url: new URL(path, origin).href,
  title: "",
  status,
  retry_after_ms,
});

describe("readSendResult", () => {
  it.each([200, 429, 500])(
    "a permalink is published, whatever that page came with: %i",
    (status) => {
      expect(readSendResult(site, state("/posts/7", status))).toEqual({
        kind: "published",
        platformPostId: "7",
        permalink: `${origin}/posts/7`,
        publishedAt: null,
      });
    },
  );

  it.each([
    ["/compose", 422, null],
    ["/compose", 413, null],
    ["/compose", 403, 1000],
    ["/login?next=%2Fcompose", 200, 1000],
  ])("%s with %i is refused, to be tried again after %j ms", (path, status, retryAfterMs) => {
    expect(readSendResult(site, state(path, status))).toMatchObject({
      kind: "refused",
      retryAfterMs,
    });
  });

  it("a pause is as long as the site says, or a minute", () => {
    expect(readSendResult(site, state("/compose", 429, 7000))).toMatchObject({
      kind: "refused",
      retryAfterMs: 7000,
    });
    expect(readSendResult(site, state("/compose", 429))).toMatchObject({
      retryAfterMs: 60_000,
    });
  });

  it.each([
    ["/compose", 500],
    ["/compose", 502],
    ["/compose", 200],
    ["/compose", null],
    ["/posts", 200],
    ["/posts/7/edit", 200],
    ["http://elsewhere.localhost/posts/7", 200],
  ])("%s with %j is unknown", (path, status) => {
    expect(readSendResult(site, state(path, status))).toMatchObject({ kind: "unknown" });
  });
});
