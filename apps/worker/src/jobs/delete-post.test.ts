import { AppError } from "@genie/errors";
import type { Adapter } from "@genie/platforms";
import { expect, it } from "vitest";
import { fakeAccount, profileId } from "../testing/fake-account.ts";
import { fakeJob } from "../testing/fake-job.ts";
import { deletePostHandler } from "./delete-post.ts";

const postId = "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0031";
const report = { post_id: postId, platform_post_id: "p1" };

async function run(
  adapter: Partial<Adapter>,
  { found = true, ...account }: { found?: boolean; session?: boolean } = {},
) {
  const {
    withAccount,
    services,
    changes: ofAccount,
  } = fakeAccount({ session: true, ...account, adapter });
  const { jobs, changes, run: started } = fakeJob({ type: "delete_post", postId });
  const reports: unknown[] = [];
  const handler = deletePostHandler({
    jobs,
    withAccount,
    find: async () => (found ? { profileId, platformPostId: "p1" } : null),
    report: async (removed) => void reports.push(removed),
    log: services.log,
  });
  const failure = await handler(started).then(
    () => null,
    (error: unknown) => error,
  );
  return { changes, reports, failure, ofAccount };
}

it("a post is deleted, and that is written down before the job is done", async () => {
  const deleted: string[] = [];
  const { changes, reports } = await run({
    deletePost: async (_context, id) => void deleted.push(id),
  });
  expect([deleted, reports]).toEqual([["p1"], [report]]);
  expect(changes.at(-1)).toEqual({ completed: { result: {} } });
});

it.each([
  ["a platform that does not answer", "upstream_unavailable", "queued"],
  ["a platform that refuses", "platform_rejected", "failed"],
] as const)("%s leaves the post as it is: %s, %s", async (_what, code, state) => {
  const deletePost = async () => {
    throw new AppError(code, "Fake said no. Nothing was deleted.");
  };
  const { changes, reports } = await run({ deletePost });
  expect(reports).toEqual([]);
  expect(changes.at(-1)).toEqual({ [state]: "Fake said no. Nothing was deleted." });
});

it("a session that ended waits for its owner", async () => {
  const { changes, reports, ofAccount } = await run(
    { resumeSession: async () => "expired", deletePost: async () => {} },
    {},
  );
  expect(reports).toEqual([]);
  expect(ofAccount).toContainEqual({ asked: expect.anything() });
  expect(changes).not.toContainEqual({ completed: expect.anything() });
});

it("a platform that can't, and a post that is gone here, fail with a sentence", async () => {
  const cannot = await run({});
  expect(cannot.changes.at(-1)).toEqual({ failed: expect.stringContaining("delete it there.") });
  const gone = await run({ deletePost: async () => {} }, { found: false });
  expect(gone.changes.at(-1)).toEqual({ failed: expect.stringContaining("Nothing was deleted.") });
});
