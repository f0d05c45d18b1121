import { AppError } from "@genie/errors";
import { expect, it } from "vitest";
import { forgetProfiles } from "./forget-profiles.ts";

it("forgets what is kept of accounts that nobody can get into, and nothing else", async () => {
  const removed: string[] = [];
  const browser = {
    listProfiles: async () => ["gone", "there", "wiped"],
    removeProfile: async (account: string) => void removed.push(account),
  };
  await forgetProfiles(browser, async () => new Set(["there"]));
  expect(removed).toEqual(["gone", "wiped"]);
});

it("goes on where one service is away, and comes back to that one", async () => {
  // Two services with the same two accounts; the second one is away at first.
  const services = [new Set(["a", "b"]), new Set(["a", "b", "c"])] as const;
  let isAway = true;
  const browser = {
    listProfiles: async () => [
      ...new Set(services.slice(0, isAway ? 1 : 2).flatMap((kept) => [...kept])),
    ],
    removeProfile: async (account: string) => {
      services[0].delete(account);
      if (isAway) throw new AppError("upstream_unavailable", "One service does not answer.");
      services[1].delete(account);
    },
  };
  const sweep = () => forgetProfiles(browser, async () => new Set(["c"]));
  await expect(sweep()).rejects.toThrow("One service does not answer.");
  expect([...services[0]]).toEqual([]);
  isAway = false;
  await sweep();
  expect([...services[1]]).toEqual(["c"]);
});

it("has nothing to do where no browser service runs", async () => {
  const browser = {
    listProfiles: () => Promise.reject(new AppError("upstream_unavailable", "It is not there.")),
    removeProfile: () => Promise.reject(new Error("not of this test")),
  };
  await expect(forgetProfiles(browser, async () => new Set())).resolves.toBeUndefined();
});
