import { AppError } from "@genie/errors";
import type { Adapter, PlatformFan, PlatformPost } from "@genie/platforms";
import { expect, it } from "vitest";
import { fakeAccount, profileId } from "../testing/fake-account.ts";
import { fakeJob } from "../testing/fake-job.ts";
import { verifyPlatformHandler } from "./verify-platform.ts";

const page = <Item>(count: number) =>
  async function* (): AsyncIterable<Item[]> {
    if (count > 0) yield Array.from({ length: count }, (_, index) => ({ index }) as Item);
    throw new Error("Nobody reads a second page.");
  };
const readable: Partial<Adapter> = {
  scrapeProfile: async () => ({
    displayName: "Maya",
    followers: 1,
    following: null,
    posts: 20,
    likes: null,
    earnings: null,
    currency: null,
  }),
  listPosts: page<PlatformPost>(20),
};
const changed = async () => {
  throw new AppError("platform_changed", "Fake looks different. Nothing was changed there.");
};

async function verify(adapter: Partial<Adapter>, session = true) {
  const { withAccount, lines } = fakeAccount({ session, adapter });
  const { jobs, changes, run } = fakeJob({ type: "verify_platform" });
  const passed: unknown[] = [];
  const { log } = fakeAccount().services;
  const recordPassed = async (check: unknown) => void passed.push(check);
  await verifyPlatformHandler({ jobs, withAccount, recordPassed, log })(run);
  const done = changes.findLast((change) => Object.hasOwn(Object(change), "completed"));
  return { done, passed, lines };
}

it("a platform that is read without a doubt is written down, with its version", async () => {
  const listFans = page<PlatformFan>(3);
  const { done, passed } = await verify({ ...readable, listFans });
  expect(passed).toEqual([{ platform: "fake", version: 1, profileId }]);
  expect(done).toMatchObject({
    completed: {
      result: {
        passed: true,
        steps: [
          { step: "session", passed: true },
          { step: "figures", passed: true },
          { step: "posts", passed: true, sentence: expect.stringContaining("20") },
          { step: "fans", passed: true, sentence: expect.stringContaining("3") },
        ],
      },
    },
  });
});

it.each([
  ["figures that can't be read", { scrapeProfile: changed }, "figures"],
  ["an account without posts", { listPosts: async function* () {} }, "posts"],
] as const)(
  "%s leave it experimental, and what follows is tried all the same",
  async (...given) => {
    const [, adapter, step] = given;
    const { done, passed } = await verify({ ...readable, ...adapter });
    expect(passed).toEqual([]);
    const steps = expect.arrayContaining([
      { step, passed: false, sentence: expect.stringMatching(/\w+ .+\.$/) },
    ]);
    expect(done).toMatchObject({ completed: { result: { passed: false, steps } } });
    expect(JSON.stringify(done)).toContain('"posts"');
  },
);

it("a session that has ended is the only step", async () => {
  const { done, passed } = await verify({ ...readable, resumeSession: async () => "expired" });
  expect(passed).toEqual([]);
  const steps = [{ step: "session", passed: false, sentence: expect.stringContaining("ended") }];
  expect(done).toMatchObject({ completed: { result: { passed: false, steps } } });
});
