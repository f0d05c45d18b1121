import { randomUUID } from "node:crypto";
import { roles, serviceUsers } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What people may do is in apps/cms/src/rights; this is about those who write for others. */
describe("rows that are written for somebody", () => {
  const { adminToken, workerToken } = stackUnderTest();
  const database = openDatabase();
  let alice: TestUser;
  let bob: TestUser;
  let aliceProfile: string;
  let bobProfile: string;

  beforeAll(async () => {
    [alice, bob] = await Promise.all([
      createUser({ role: roles.creator.id }),
      createUser({ role: roles.creator.id }),
    ]);
    [aliceProfile, bobProfile] = await Promise.all([profileOf(alice), profileOf(bob)]);
  });
  afterAll(async () => {
    await database.end();
  });

  const ownerOf = async (collection: string, id: string) => {
    const { rows } = await database.query<{ user_id: string }>(
      `select user_id from ${collection} where id = $1`,
      [id],
    );
    return rows[0]?.user_id;
  };

  it("by the worker belong to the owner of what they refer to", async () => {
    const fan = await write(workerToken, "fan_profiles", {
      creator_profile_id: aliceProfile,
      platform_fan_id: randomUUID(),
    });
    expect(await ownerOf("fan_profiles", idOf(fan))).toBe(alice.id);
    const media = await write(workerToken, "scraped_media", {
      creator_profile_id: aliceProfile,
      platform_post_id: randomUUID(),
      media_type: "image",
      source: "scraped",
    });
    expect(await ownerOf("scraped_media", idOf(media))).toBe(alice.id);
    const copy = await write(workerToken, "scraped_media", {
      derived_from: idOf(media),
      media_type: "image",
      source: "derived",
    });
    expect(await ownerOf("scraped_media", idOf(copy))).toBe(alice.id);
  });

  it("refer to one person's rows, whoever writes them", async () => {
    const media = await write(workerToken, "scraped_media", {
      creator_profile_id: bobProfile,
      platform_post_id: randomUUID(),
      media_type: "image",
    });
    for (const token of [workerToken, adminToken]) {
      const mixed = await write(token, "scraped_media", {
        creator_profile_id: aliceProfile,
        derived_from: idOf(media),
        media_type: "image",
      });
      const claimed = await write(token, "fan_profiles", {
        creator_profile_id: aliceProfile,
        platform_fan_id: randomUUID(),
        user_id: bob.id,
      });
      expect(mixed.status).toBe(403);
      expect(claimed.status).toBe(200);
      // The profile's owner, not the one that was claimed.
      expect(await ownerOf("fan_profiles", idOf(claimed))).toBe(alice.id);
    }
  });

  it("need an owner: one that is sent, or one of what they refer to", async () => {
    const nobody = await write(adminToken, "saved_views", { page: "x", name: "x", query: {} });
    expect([nobody.status, nobody.errors[0]?.message]).toEqual([
      400,
      "A row of saved_views needs an owner: send user_id, or refer to a row that has one.",
    ]);
    const sent = await write(adminToken, "saved_views", {
      page: "x",
      name: randomUUID(),
      query: {},
      user_id: alice.id,
    });
    expect(await ownerOf("saved_views", idOf(sent))).toBe(alice.id);
  });

  it("never change their owner, nor refer to another's row later", async () => {
    const made = await write(adminToken, "publish_pauses", {
      creator_profile_id: aliceProfile,
      paused_from: "2030-01-01T00:00:00Z",
    });
    const path = `/items/publish_pauses/${idOf(made)}`;
    const given = await call("PATCH", path, { token: adminToken, body: { user_id: bob.id } });
    const moved = await call("PATCH", path, {
      token: adminToken,
      body: { creator_profile_id: bobProfile },
    });
    expect([given.status, moved.status]).toEqual([403, 403]);
    const own = await call("PATCH", path, { token: adminToken, body: { user_id: alice.id } });
    expect(own.status).toBe(200);
    expect(await ownerOf("publish_pauses", idOf(made))).toBe(alice.id);
  });

  it("are out of the worker's reach where no job of its needs them", async () => {
    const attempts: [string, string, object?][] = [
      [
        "POST",
        "/items/agent_audits",
        { user_id: alice.id, action_slug: "x", source: "api", status: "success" },
      ],
      ["POST", "/items/scheduled_posts", { creator_profile_id: aliceProfile }],
      ["POST", "/items/user_personas", { user_id: alice.id }],
      [
        "POST",
        "/items/api_tokens",
        { user_id: alice.id, name: "x", hash: "x", hint: "x", scopes: ["read"] },
      ],
      ["GET", "/items/api_tokens"],
      ["GET", "/items/sealing_keys"],
      ["GET", "/users"],
      ["GET", `/users/${alice.id}`],
      ["PATCH", `/users/${serviceUsers.worker.id}`, { role: roles.creator.id }],
      [
        "PATCH",
        `/items/creator_profiles/${aliceProfile}`,
        { credentials: { username: "x", password: "y" } },
      ],
      ["PATCH", `/items/creator_profiles/${aliceProfile}`, { username: "x" }],
      ["DELETE", `/items/creator_profiles/${aliceProfile}`],
      ["GET", "/settings"],
      ["GET", "/permissions"],
    ];
    for (const [method, path, body] of attempts) {
      const { status } = await call(method, path, {
        token: workerToken,
        ...(body ? { body } : {}),
      });
      expect([method, path, status]).toEqual([method, path, 403]);
    }
  });
});

type Answer = Awaited<ReturnType<typeof call>>;

async function profileOf({ token, address }: TestUser): Promise<string> {
  const made = await call("POST", "/items/creator_profiles", {
    token,
    from: address,
    body: { platform: "sandbox", username: randomUUID() },
  });
  return idOf(made);
}

const write = (token: string, collection: string, body: object) =>
  call("POST", `/items/${collection}`, { token, body });

const idOf = ({ data }: Answer) => (data as { id: string } | undefined)?.id ?? "";
