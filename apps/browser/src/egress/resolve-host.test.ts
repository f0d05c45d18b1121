import { expect, it } from "vitest";
import { type AskResolver, hostResolver, isOfInternet } from "./resolve-host.ts";

it.each([
  ["93.184.216.34", true],
  ["172.32.0.1", true],
  ["2606:2800:220:1::1", true],
  ["127.0.0.1", false],
  ["127.8.0.1", false],
  ["0.0.0.0", false],
  ["0.1.2.3", false],
  ["10.1.2.3", false],
  ["100.64.0.1", false],
  ["169.254.169.254", false],
  ["172.31.255.255", false],
  ["192.0.0.1", false],
  ["192.168.1.1", false],
  ["198.18.0.1", false],
  ["224.0.0.1", false],
  ["240.0.0.1", false],
  ["255.255.255.255", false],
  ["::1", false],
  ["::", false],
  ["::127.0.0.1", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:7f00:1", false],
  ["::ffff:93.184.216.34", false],
  ["::ffff:0:7f00:1", false],
  ["64:ff9b::7f00:1", false],
  ["64:ff9b:1::1", false],
  ["2001::1", false],
  ["2002:7f00:1::", false],
  ["100::1", false],
  ["fc00::1", false],
  ["fd00::1", false],
  ["fe80::1", false],
  ["fe80::1%lo", false],
  ["fec0::1", false],
  ["ff02::1", false],
  ["x", false],
])("%s is of a single host of the internet: %s", (address, expected) => {
  expect(isOfInternet(address)).toBe(expected);
});

const resolve = (hostname: string, ask?: AskResolver) =>
  new Promise((answer) => {
    hostResolver(ask)(hostname, { all: true }, (error, found) => answer(error ?? found));
  });

it("names under localhost lead to this machine, whatever the resolver says", async () => {
  const found = await resolve("sandbox.localhost", () => expect.fail("It was asked."));
  expect(found).toEqual([
    { address: "127.0.0.1", family: 4 },
    { address: "::1", family: 6 },
  ]);
});

it("of another name only addresses of the internet are given, and without one it is refused", async () => {
  const inside = [
    { address: "127.0.0.1", family: 4 },
    { address: "fd00::1", family: 6 },
  ];
  const outside = { address: "93.184.216.34", family: 4 };
  const ask: AskResolver = (_hostname, _options, answer) => answer(null, [...inside, outside]);
  expect(await resolve("fans.example", ask)).toEqual([outside]);
  const rebound = resolve("fans.example", (_hostname, _options, answer) => answer(null, inside));
  expect(await rebound).toMatchObject({ message: expect.stringContaining("no address outside") });
  expect(await resolve("localhost")).toBeInstanceOf(Error);
});
