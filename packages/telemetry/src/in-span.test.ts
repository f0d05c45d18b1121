import { describe, expect, it } from "vitest";
import { enterSpan, inSpan } from "./in-span.ts";
import { bound, requestId, traceHeaders, tracedFetch, traceparent } from "./request-id.ts";

const idFor = (parent: string | null) => inSpan("job", { parent }, async () => requestId());
const parent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;

describe("without a collector", () => {
  it("there is no id outside of a request", () => {
    expect([requestId(), traceparent(), traceHeaders()]).toEqual([undefined, undefined, {}]);
  });

  it("a request has one id of its own, through all that it waits for", async () => {
    const ids = await inSpan("one", {}, async () => {
      const first = requestId();
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });
      return [first, await inSpan("within", {}, async () => requestId())];
    });
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), ids[0]]);
    expect(await inSpan("another", {}, async () => requestId())).not.toBe(ids[0]);
  });

  it("goes on under the id that a service of ours handed on, and begins anew for what is none", async () => {
    expect(await idFor(parent)).toBe("a".repeat(32));
    for (const unfit of [null, "", "guess", `00-${"0".repeat(32)}-${"b".repeat(16)}-01`]) {
      expect(await idFor(unfit)).toMatch(/^(?!a{32}|0{32})[0-9a-f]{32}$/);
    }
  });

  it("a request within another may begin anew", async () => {
    const [outer, inner] = await inSpan("outer", {}, async () => [
      requestId(),
      await inSpan("inner", { parent: null }, async () => requestId()),
    ]);
    expect(inner).not.toBe(outer);
  });

  it("services are told of it by traceparent, and keep the headers that they are sent", async () => {
    const sent: [unknown, Headers][] = [];
    const fetch = tracedFetch(async (input, init) => {
      sent.push([input, new Headers(init?.headers)]);
      return new Response();
    });
    await fetch("http://service.example/", { headers: { accept: "text/plain" } });
    await inSpan("call", { parent }, () =>
      fetch("http://service.example/", { headers: { accept: "text/plain" } }),
    );
    expect(sent.map(([, headers]) => Object.fromEntries(headers))).toEqual([
      { accept: "text/plain" },
      { accept: "text/plain", traceparent: parent },
    ]);
  });

  it("what is done later keeps the id, and what is thrown is thrown", async () => {
    const later: (typeof requestId)[] = [];
    enterSpan("request", { parent }, () => {
      later.push(bound(requestId));
    }).end({});
    expect([later[0]?.(), requestId()]).toEqual(["a".repeat(32), undefined]);
    await expect(inSpan("bad", {}, () => Promise.reject(new Error("why")))).rejects.toThrow("why");
  });
});
