import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { isSpoofable, replaceForwardingHeaders } from "./forwarding-headers.ts";

const known = { address: "198.51.100.7", publicOrigin: "https://genie.example" };

describe("isSpoofable", () => {
  it.each([
    "forwarded",
    "Via",
    "X-Forwarded-For",
    "x-forwarded-proto",
    "x-forwarded-host",
    "x-forwarded-client-cert",
    "X-Real-IP",
    "x-client-ip",
    "x-cluster-client-ip",
    "x-original-url",
    "x-rewrite-url",
    "cf-connecting-ip",
    "cf-connecting-ipv6",
    "True-Client-IP",
    "fastly-client-ip",
    "x-genie-proxy",
    "X-Genie-Anything",
  ])("%s is deleted", (name) => {
    expect(isSpoofable(name)).toBe(true);
  });

  it.each(["authorization", "cookie", "content-type", "x-requested-with", "tus-resumable"])(
    "%s is kept",
    (name) => {
      expect(isSpoofable(name)).toBe(false);
    },
  );

  it("keeps the two headers of the signed webhook", () => {
    expect(isSpoofable("x-genie-signature")).toBe(false);
    expect(isSpoofable("X-Genie-Timestamp")).toBe(false);
  });
});

describe("replaceForwardingHeaders", () => {
  it("leaves nothing of what the client claimed", () => {
    const request = fakeRequest([
      ["Host", "evil.example"],
      ["X-Forwarded-For", "203.0.113.1"],
      ["X-Forwarded-Proto", "http"],
      ["Forwarded", "for=203.0.113.3"],
      ["X-Real-IP", "203.0.113.4"],
      ["X-Genie-Proxy", "guessed"],
      ["Cookie", "a=b"],
    ]);

    replaceForwardingHeaders(request, known);

    expect(request.headers).toEqual({
      cookie: "a=b",
      host: "genie.example",
      "x-forwarded-for": "198.51.100.7",
      "x-forwarded-host": "genie.example",
      "x-forwarded-proto": "https",
    });
  });
});

function fakeRequest(headers: [string, string][]): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  for (const [name, value] of headers) request.headers[name.toLowerCase()] = value;
  return request;
}
