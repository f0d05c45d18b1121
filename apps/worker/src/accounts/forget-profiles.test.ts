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

it("has nothing to do where no browser service runs", async () => {
  const browser = {
    listProfiles: () => Promise.reject(new AppError("upstream_unavailable", "It is not there.")),
    removeProfile: () => Promise.reject(new Error("not of this test")),
  };
  await expect(forgetProfiles(browser, async () => new Set())).resolves.toBeUndefined();
});
