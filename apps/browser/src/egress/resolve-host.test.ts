import type { AskResolver } from "@genie/guarded-fetch";
import { expect, it } from "vitest";
import { hostResolver } from "./resolve-host.ts";

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
