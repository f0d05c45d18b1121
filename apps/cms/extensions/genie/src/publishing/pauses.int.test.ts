import { call, type TestUser } from "@genie/testing";
import { describe, expect, it } from "vitest";
import { publishingScene } from "../testing/publishing-scene.ts";
import {
  attemptsOf,
  claim,
  claimed,
  intend,
  makeCreator,
  makePost,
  makeProfile,
  postRow,
  sending,
} from "../testing/post-scene.ts";

const hour = 3_600_000;
const { database, alice } = publishingScene();

describe("a pause", () => {
  it.each<[string, boolean, (account: string) => Promise<() => Promise<unknown>>]>([
    ["of the account", true, (account) => pause(alice, { creator_profile_id: account })],
    ["of the platform", true, () => pause(alice, { platform: "sandbox" })],
    ["of everything", true, () => pause(alice, {})],
    ["of another platform", false, () => pause(alice, { platform: "atlantis" })],
    ["of another account", false, () => pause(alice, { creator_profile_id: alice.profile })],
    [
      "that is over",
      false,
      () => pause(alice, { paused_from: at(-2 * hour), paused_until: at(-hour) }),
    ],
    ["that is to come", false, () => pause(alice, { paused_from: at(hour) })],
    ["of another creator", false, async () => pause(await makeCreator(database), {})],
    ["of everybody on that platform", true, () => stop("sandbox")],
    ["of everybody on another platform", false, () => stop("atlantis")],
  ])("%s holds the post: %s", async (_what, holds, start) => {
    const account = await makeProfile(database, alice);
    const post = await makePost(database, alice, { creator_profile_id: account });
    const end = await start(account);
    try {
      expect((await claim(post)).kind).toBe(holds ? "none" : "claimed");
      const { status } = await postRow(database, post);
      expect(status).toBe(holds ? "pending" : "publishing");
    } finally {
      await end();
    }
    if (holds) await sending(post);
  });

  it("that begins before the request takes the claim back", async () => {
    const post = await makePost(database, alice);
    const taken = await claimed(post);
    const end = await stop(null);
    try {
      expect(await intend(taken)).toEqual({ kind: "lost" });
      expect(await postRow(database, post)).toMatchObject({ status: "pending", claim_token: null });
      expect(await attemptsOf(database, post)).toMatchObject([{ state: "released" }]);
    } finally {
      await end();
    }
    await sending(post);
  });
});

async function stop(platform: string | null) {
  const { rows } = await database.query<{ id: string }>(
    "insert into publish_stops (id, platform, cause) values (gen_random_uuid(), $1, 'operator') returning id",
    [platform],
  );
  return () => database.query("delete from publish_stops where id = $1", [rows[0]?.id]);
}

async function pause(user: TestUser, columns: object) {
  const { token, address: from } = user;
  const body = { reason: "Away", ...columns };
  const made = await call("POST", "/items/publish_pauses", { token, from, body });
  expect([made.status, made.text]).toEqual([200, made.text]);
  const { id } = made.data as { id: string };
  return () => call("DELETE", `/items/publish_pauses/${id}`, { token, from });
}

function at(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}
