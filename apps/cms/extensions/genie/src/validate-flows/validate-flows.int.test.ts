import { randomUUID } from "node:crypto";
import { actionFlowSeed, roles } from "@genie/schema";
import { type Answer, call, createUser, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const shipped = actionFlowSeed.find(({ slug }) => slug === "memory-recall")?.id ?? "";
const step = { key: "found", step: "search-own", with: { query: "$input.query" } };
const good = () => ({
  slug: `t-${randomUUID().slice(0, 8)}`,
  name: "A flow of the test",
  steps: [step],
  input_schema: {
    type: "object",
    properties: { query: { type: "string" } },
    additionalProperties: false,
  },
});

describe("action flows", () => {
  const database = openDatabase();
  const made: string[] = [];
  let admin: string;

  beforeAll(async () => {
    const { rows } = await database.query<{ role: string }>(
      `select a.role from directus_access a join directus_policies p on p.id = a.policy
        where p.admin_access and a.role is not null limit 1`,
    );
    admin = (await createUser({ role: rows[0]?.role ?? "" })).token;
  });
  afterAll(async () => {
    await database.query("delete from action_flows where id = any($1)", [made]);
    await database.end();
  });

  const send = (method: string, path: string, body?: object, token = admin): Promise<Answer> =>
    call(method, `/items/action_flows${path}`, { token, ...(body && { body }) });

  it("are an administrator's to make, change, run and delete", async () => {
    const flow = good();
    const { data } = await send("POST", "", flow);
    const { id } = data as { id: string };
    made.push(id);
    const run = await call("POST", `/actions/${flow.slug}`, {
      token: admin,
      body: { params: { query: "x" } },
    });
    expect(run.data).toMatchObject({ status: "done", steps: [{ key: "found", status: "done" }] });
    expect((await send("PATCH", `/${id}`, { name: "Another name" })).status).toBe(200);
    const creator = await createUser({ role: roles.creator.id });
    for (const [method, path, body] of [
      ["POST", "", good()],
      ["PATCH", `/${id}`, { name: "Mine" }],
      ["DELETE", `/${id}`, undefined],
    ] as const) {
      expect((await send(method, path, body, creator.token)).status).toBe(403);
    }
    expect((await send("DELETE", `/${id}`)).status).toBe(204);
  });

  it.each([
    ["no step", { steps: [] }, "steps: A flow needs at least one step."],
    ["a step that there is none of", { steps: [{ key: "a", step: "nothing" }] }, "steps.0.step"],
    ["a field that its step does not take", { steps: [{ ...step, with: { q: 1 } }] }, "with.q"],
    ["a key twice", { steps: [step, step] }, "steps.1.key"],
    ["a reference to what is not there", { steps: [{ ...step, with: { query: "$x.y" } }] }, "$x.y"],
    ["an input that is no schema", { input_schema: { type: "number" } }, "input_schema"],
    ["steps that are words", { steps: "all of them" }, "steps"],
    ["a short name with a slash", { slug: "tools/create-item" }, "short name"],
  ])(
    "with %s are not saved, and what is wrong is said by its place",
    async (_what, wrong, says) => {
      const { status, errors } = await send("POST", "", { ...good(), ...wrong });
      expect([status, errors[0]?.message]).toEqual([
        400,
        expect.stringMatching(/Nothing was saved\.$/),
      ]);
      expect(errors[0]?.message).toContain(says);
    },
  );

  it("are held together with what they were when only a part is changed", async () => {
    const { data } = await send("POST", "", good());
    const { id } = data as { id: string };
    made.push(id);
    const schema = { type: "object", properties: {}, additionalProperties: false };
    const { status, errors } = await send("PATCH", `/${id}`, { input_schema: schema });
    expect([status, errors[0]?.message]).toEqual([400, expect.stringContaining("$input.query")]);
  });

  it("that come with the product have a switch and nothing else", async () => {
    for (const [method, body] of [
      ["PATCH", { name: "Mine" }],
      ["PATCH", { active: false, confirm: "always" }],
      ["PATCH", { steps: [step] }],
      ["DELETE", undefined],
    ] as const) {
      const { status, errors } = await send(method, `/${shipped}`, body);
      expect([status, errors[0]?.message]).toEqual([
        403,
        expect.stringContaining("change a copy of it"),
      ]);
    }
    for (const active of [false, true]) {
      expect((await send("PATCH", `/${shipped}`, { active })).status).toBe(200);
    }
    const set = { name: "Recall" };
    const bySetUp = await send("PATCH", `/${shipped}`, set, stackUnderTest().adminToken);
    expect(bySetUp.status).toBe(200);
  });
});
