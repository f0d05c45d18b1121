import { expect, it } from "vitest";
import { isInside, resolveHost } from "./resolve-host.ts";

it.each([
  ["127.0.0.1", 4, true],
  ["127.8.0.1", 4, true],
  ["0.0.0.0", 4, true],
  ["10.1.2.3", 4, true],
  ["172.31.255.255", 4, true],
  ["172.32.0.1", 4, false],
  ["192.168.1.1", 4, true],
  ["169.254.169.254", 4, true],
  ["93.184.216.34", 4, false],
  ["::1", 6, true],
  ["::", 6, true],
  ["::ffff:127.0.0.1", 6, true],
  ["fd00::1", 6, true],
  ["fe80::1", 6, true],
  ["2606:2800:220:1::1", 6, false],
])("%s (IPv%i) is of this machine or network: %s", (address, family, expected) => {
  expect(isInside(address, family)).toBe(expected);
});

it("names under localhost lead to this machine, whatever the resolver says", async () => {
  const found = await new Promise((resolve) => {
    resolveHost("sandbox.localhost", { all: true }, (_error, addresses) => resolve(addresses));
  });
  expect(found).toEqual([
    { address: "127.0.0.1", family: 4 },
    { address: "::1", family: 6 },
  ]);
});

it("another name for this machine is refused", async () => {
  const error = await new Promise((resolve) => {
    resolveHost("localhost", { all: true }, (error) => resolve(error));
  });
  expect(error).toMatchObject({ message: expect.stringContaining("no address outside") });
});
