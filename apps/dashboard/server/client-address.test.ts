import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { createClientAddress } from "./client-address.ts";

describe("createClientAddress", () => {
  it.each([
    ["a forged header from a stranger is ignored", [], "203.0.113.9", "1.2.3.4", "203.0.113.9"],
    [
      "a forged header from loopback is ignored without a trusted proxy",
      [],
      "127.0.0.1",
      "1.2.3.4",
      "127.0.0.1",
    ],
    ["a trusted proxy's word counts", ["127.0.0.1"], "127.0.0.1", "198.51.100.7", "198.51.100.7"],
    [
      "only the last untrusted hop counts, not what the client put in front",
      ["127.0.0.1"],
      "127.0.0.1",
      "1.2.3.4, 198.51.100.7",
      "198.51.100.7",
    ],
    [
      "a chain of trusted proxies is walked",
      ["127.0.0.1", "10.0.0.0/8"],
      "127.0.0.1",
      "198.51.100.7, 10.1.2.3",
      "198.51.100.7",
    ],
    ["a mapped IPv4 socket is written as IPv4", [], "::ffff:203.0.113.9", undefined, "203.0.113.9"],
    [
      "a mapped IPv4 socket matches a trusted IPv4",
      ["127.0.0.1"],
      "::ffff:127.0.0.1",
      "198.51.100.7",
      "198.51.100.7",
    ],
    ["garbage from a trusted proxy falls back", ["127.0.0.1"], "127.0.0.1", "<x>", "127.0.0.1"],
    ["no header behind a trusted proxy", ["127.0.0.1"], "127.0.0.1", undefined, "127.0.0.1"],
  ])("%s", (_, trusted, socket, header, expected) => {
    expect(createClientAddress(trusted)(fakeRequest(socket, header))).toBe(expected);
  });

  it("says what a trusted proxy must look like", () => {
    expect(() => createClientAddress(["my-proxy"])).toThrow(/TRUSTED_PROXIES/);
  });
});

function fakeRequest(address: string, forwardedFor: string | undefined): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: address });
  const request = new IncomingMessage(socket);
  if (forwardedFor !== undefined) request.headers["x-forwarded-for"] = forwardedFor;
  return request;
}
