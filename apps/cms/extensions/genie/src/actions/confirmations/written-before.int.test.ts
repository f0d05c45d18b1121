import { roles } from "@genie/schema";
import { call, createUser, openDatabase } from "@genie/testing";
import { afterAll, expect, it } from "vitest";
import { answer, auditsOf, profileOf, runAction, waitingIn } from "../../testing/action-scene.ts";

const database = openDatabase();
afterAll(() => database.end());

it("a run that was confirmed is written down before it is done, and leads there, should its process end with it", async () => {
  const alice = await createUser({ role: roles.creator.id });
  const made = await call("POST", "/items/fan_profiles", {
    token: alice.token,
    from: alice.address,
    body: { creator_profile_id: await profileOf(alice), platform_fan_id: "1", username: "fan" },
  });
  const { id } = made.data as { id: string };
  const request = { params: { collection: "fan_profiles", id }, source: "chat" };
  const waiting = waitingIn(await runAction(alice, "tools/delete-item", request));
  const runs = () => auditsOf(database, alice.id);
  const leadsTo = async () => {
    const { rows } = await database.query<{ agent_audit_id: string | null }>(
      "select agent_audit_id from confirmations where id = $1",
      [waiting],
    );
    return rows[0]?.agent_audit_id;
  };
  const blocker = await database.connect();
  let said: ReturnType<typeof answer>;
  try {
    await blocker.query("begin");
    await blocker.query("select 1 from fan_profiles where id = $1 for update", [id]);
    said = answer(alice, waiting, "confirm");
    await expect.poll(leadsTo).not.toBeNull();
    expect(await runs()).toMatchObject([
      {
        id: await leadsTo(),
        status: "error",
        effect: "delete",
        error_message:
          "It is under way, or was broken off before it was done. What was done by then stays.",
      },
    ]);
  } finally {
    await blocker.query("rollback");
    blocker.release();
  }
  expect((await said).status).toBe(200);
  expect(await runs()).toMatchObject([
    {
      id: await leadsTo(),
      status: "success",
      error_message: null,
      steps: [{ status: "done" }],
    },
  ]);
});
