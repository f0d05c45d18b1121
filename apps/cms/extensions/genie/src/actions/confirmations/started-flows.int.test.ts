import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";
import { answer, profileOf, runAction, tokenOf, waitingIn } from "../../testing/action-scene.ts";

describe("a flow of Directus that waits for a yes", () => {
  const database = openDatabase();
  afterAll(() => database.end());

  it("says an operator's flow by name, and is not done when that does something else by now", async () => {
    const administrator = await createUser({ role: await administratorsRole() });
    const profile = await profileOf(administrator);
    const agent = await tokenOf(administrator, ["read", "write", "administer"], true);
    const [id, operation, called] = [randomUUID(), randomUUID(), randomUUID()];
    const name = `Tidy up ${id}`;
    const params = { flow_id: id, collection: "creator_profiles", keys: [profile] };
    const ask = () => runAction(agent, "tools/trigger-flow", { params, source: "mcp" });
    const refused = async (waiting: string) => {
      const { status, errors } = await answer(administrator, waiting, "confirm");
      expect([status, errors[0]?.message]).toEqual([
        409,
        expect.stringContaining("has changed since it was shown"),
      ]);
    };
    try {
      await makeFlow(called, { name: "Called", trigger: "operation" });
      await makeFlow(id, {
        name,
        trigger: "manual",
        options: { collections: ["creator_profiles"], async: false },
      });
      await byAdministrator("POST", "/operations", {
        id: operation,
        flow: id,
        ...does("trigger", { flow: called }),
      });
      await byAdministrator("PATCH", `/flows/${id}`, { operation });
      const first = await ask();
      expect(first.data).toMatchObject({
        confirmation: {
          preview: {
            effect: "publish",
            lines: [
              { label: "Flow", value: name },
              { label: "Account", value: expect.stringContaining("sandbox") },
              { label: "Version", value: expect.stringMatching(/^[0-9a-f]{24}$/) },
            ],
          },
        },
      });
      await byAdministrator("POST", "/operations", {
        flow: called,
        ...does("transform", { json: "1" }),
      });
      await refused(waitingIn(first));
      const second = waitingIn(await ask());
      await byAdministrator("PATCH", `/operations/${operation}`, does("transform", { json: "2" }));
      await refused(second);
      const said = await answer(administrator, waitingIn(await ask()), "confirm");
      expect([said.status, said.text]).toEqual([200, said.text]);
    } finally {
      for (const flow of [id, called]) await byAdministrator("DELETE", `/flows/${flow}`);
    }
  });

  it("is asked about no flow that whoever asks may not start, and says nothing of it", async () => {
    const alice = await createUser({ role: roles.creator.id });
    const profile = await profileOf(alice);
    const program = await tokenOf(alice, ["write"], true);
    const id = randomUUID();
    try {
      await makeFlow(id, { name: "An operator's own", trigger: "manual" });
      const params = { flow_id: id, collection: "creator_profiles", keys: [profile] };
      const { status, text } = await runAction(program, "tools/trigger-flow", { params });
      expect([status, text]).toEqual([403, expect.stringContaining("not yours to start")]);
      expect(text).not.toContain("operator");
    } finally {
      await byAdministrator("DELETE", `/flows/${id}`);
    }
  });

  async function administratorsRole(): Promise<string> {
    const { rows } = await database.query<{ role: string }>(
      `select a.role from directus_access a join directus_policies p on p.id = a.policy
        where p.admin_access and a.role is not null limit 1`,
    );
    return rows[0]?.role ?? "";
  }
});

const byAdministrator = (method: "DELETE" | "PATCH" | "POST", path: string, body?: object) =>
  call(method, path, { token: stackUnderTest().adminToken, ...(body && { body }) });

const makeFlow = (id: string, flow: object) => byAdministrator("POST", "/flows", { id, ...flow });

const does = (type: string, options: object) => ({
  name: "Does it",
  key: "does_it",
  type,
  options,
  position_x: 20,
  position_y: 1,
});
