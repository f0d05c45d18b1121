import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { FlowTrigger } from "@genie/schema";
import { dimensions, roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buildFlow } from "./testing/built-flow.ts";
import { type OwnDirectus, startDirectus } from "./testing/start-directus.ts";

type Run = {
  steps: { key: string; status: string }[];
  data: Record<string, unknown> & { script: { mark: string } };
};

const { adminToken, directusUrl } = stackUnderTest();

/**
 * Each of Directus' own operations with each trigger. In a Directus beside the stack, because only
 * there may a request go to this machine; the stack's own refuses it, as the last tests show.
 */
describe("the operations of Directus in flows", () => {
  const database = openDatabase();
  const built: string[] = [];
  const received: unknown[] = [];
  let sink: Server;
  let sinkPort: number;
  let directus: OwnDirectus;
  let alice: TestUser;
  let child: string;

  beforeAll(async () => {
    sink = createServer((request, response) => {
      let text = "";
      request.setEncoding("utf8");
      request.on("data", (part: string) => {
        text += part;
      });
      request.on("end", () => {
        received.push(text === "" ? null : JSON.parse(text));
        response.setHeader("content-type", "application/json").end('{"thanks":true}');
      });
    }).listen(0, "127.0.0.1");
    await once(sink, "listening");
    const address = sink.address();
    if (address === null || typeof address === "string") throw new Error("The sink has no port.");
    sinkPort = address.port;
    // The cloud's address of secrets stays closed even here.
    directus = await startDirectus({}, { IMPORT_IP_DENY_LIST: "169.254.169.254" });
    alice = await createUser({ role: roles.creator.id });
    child = await build({
      trigger: "operation",
      options: { return: "$last" },
      steps: [
        {
          key: "double",
          type: "exec",
          options: { code: "module.exports = ({ $trigger }) => ({ twice: $trigger.size * 2 })" },
        },
      ],
    });
  });
  afterAll(async () => {
    for (const id of built.toReversed()) {
      await call("DELETE", `/flows/${id}`, { token: adminToken, to: directus.url });
    }
    await directus.stop();
    sink.close();
    await database.query("delete from taxonomy_mapping where tag like 'flow-test-%'");
    await database.query("delete from directus_users where id = $1", [alice.id]);
    await database.end();
  });

  it.each<[string, () => FlowTrigger, (flow: string) => Promise<unknown>]>([
    [
      "a webhook",
      () => ({
        trigger: "webhook",
        options: { method: "POST", async: false, error_on_reject: true, return: "$last" },
      }),
      (flow) => call("POST", `/flows/trigger/${flow}`, { to: directus.url, body: {} }),
    ],
    [
      "a schedule",
      () => ({ trigger: "schedule", options: { cron: "* * * * * *" } }),
      () => Promise.resolve(),
    ],
    [
      "an event, after the commit",
      () => ({
        trigger: "event",
        options: { type: "action", scope: ["items.create"], collections: ["saved_views"] },
      }),
      saveView,
    ],
    [
      "an event, before the write",
      () => ({
        trigger: "event",
        options: { type: "filter", scope: ["items.create"], collections: ["saved_views"] },
      }),
      saveView,
    ],
    [
      "a person's hand",
      () => ({
        trigger: "manual",
        options: {
          collections: ["directus_users"],
          requireSelection: true,
          async: false,
          error_on_reject: true,
        },
      }),
      (flow) =>
        call("POST", `/flows/trigger/${flow}`, {
          to: directus.url,
          token: adminToken,
          body: { collection: "directus_users", keys: [alice.id] },
        }),
    ],
    [
      "another flow",
      () => ({ trigger: "operation", options: { return: "$last" } }),
      async (flow) => {
        const options = { flow, payload: { from: "above" } };
        const parent = await build({
          trigger: "webhook",
          options: { method: "POST", async: false, error_on_reject: true, return: "$last" },
          steps: [{ key: "start", type: "trigger", options }],
        });
        return call("POST", `/flows/trigger/${parent}`, { to: directus.url, body: {} });
      },
    ],
  ])("all run when %s starts them, and leave their log", async (_what, trigger, start) => {
    const flow = await build({ ...trigger(), steps: everyOperation() });
    const run = await runOf(flow, start);
    // A schedule goes on else.
    await call("PATCH", `/flows/${flow}`, {
      token: adminToken,
      to: directus.url,
      body: { status: "inactive" },
    });
    expect(run.steps.map(({ key, status }) => [key, status])).toEqual(
      everyOperation().map(({ key }) => [key, "resolve"]),
    );
    const { mark } = run.data.script;
    expect(run.data).toMatchObject({
      script: { size: 3 },
      request: { status: 200, data: { thanks: true } },
      child: { twice: 6 },
    });
    expect(received).toContainEqual({ mark });
    const rows = await database.query<{ tag: string; weight: string }>(
      "select tag, weight from taxonomy_mapping where tag like 'flow-test-' || $1 || '%'",
      [mark],
    );
    expect(rows.rows).toEqual([{ tag: `flow-test-${mark}-kept`, weight: "0.750" }]);
    const told = await database.query(
      "select 1 from directus_notifications where recipient = $1 and subject = $2",
      [alice.id, mark],
    );
    expect(told.rowCount).toBe(1);
  });

  it("end where a condition is not met, and say so in the log", async () => {
    const [script, , create] = everyOperation();
    if (!script || !create) throw new Error("There are no operations.");
    const options = { filter: { script: { size: { _gt: 3 } } } };
    const flow = await build({
      trigger: "webhook",
      options: { method: "POST", async: false, error_on_reject: false, return: "$last" },
      steps: [script, { key: "condition", type: "condition", options }, create],
    });
    const run = await runOf(flow, (id) =>
      call("POST", `/flows/trigger/${id}`, { to: directus.url, body: {} }),
    );
    expect(run.steps.map(({ key, status }) => [key, status])).toEqual([
      ["script", "resolve"],
      ["condition", "reject"],
    ]);
    const { rowCount } = await database.query(
      "select 1 from taxonomy_mapping where tag like 'flow-test-' || $1 || '%'",
      [run.data.script.mark],
    );
    expect(rowCount).toBe(0);
  });

  it.each(["127.0.0.1", "localhost", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]"])(
    "a request to this machine as %s is refused by the stack, as production runs it",
    async (host) => {
      const before = received.length;
      const url = `http://${host}:${sinkPort}/`;
      const flow = await buildFlow(directusUrl, {
        trigger: "webhook",
        options: { method: "POST", async: false, error_on_reject: false, return: "$last" },
        steps: [{ key: "request", type: "request", options: { url, method: "GET" } }],
      });
      try {
        const { steps, data } = await runOf(flow, (id) =>
          call("POST", `/flows/trigger/${id}`, { body: {} }),
        );
        expect(steps).toMatchObject([{ key: "request", status: "reject" }]);
        expect(JSON.stringify(data)).not.toContain("thanks");
        expect(received).toHaveLength(before);
      } finally {
        await call("DELETE", `/flows/${flow}`, { token: adminToken });
      }
    },
  );

  async function build(flow: Parameters<typeof buildFlow>[1]): Promise<string> {
    const id = await buildFlow(directus.url, flow);
    built.push(id);
    return id;
  }

  /** What the seed calls HTTP request, run script, condition, create, update, delete, notification and trigger. */
  function everyOperation() {
    const rows = { collection: "taxonomy_mapping", permissions: "$full", emitEvents: true };
    return [
      {
        key: "script",
        type: "exec",
        options: {
          code: "module.exports = () => ({ size: 3, mark: Math.random().toString(36).slice(2) })",
        },
      },
      {
        key: "condition",
        type: "condition",
        options: { filter: { script: { size: { _gte: 3 } } } },
      },
      {
        key: "create",
        type: "item-create",
        options: { ...rows, payload: [row("kept"), row("gone")] },
      },
      {
        key: "update",
        type: "item-update",
        options: { ...rows, key: ["{{create[0]}}"], payload: { weight: 0.75 } },
      },
      { key: "delete", type: "item-delete", options: { ...rows, key: ["{{create[1]}}"] } },
      {
        key: "request",
        type: "request",
        options: {
          url: `http://127.0.0.1:${sinkPort}/`,
          method: "POST",
          body: { mark: "{{script.mark}}" },
        },
      },
      {
        key: "notification",
        type: "notification",
        options: {
          recipient: [alice.id],
          subject: "{{script.mark}}",
          message: "A test.",
          permissions: "$full",
        },
      },
      {
        key: "child",
        type: "trigger",
        options: { flow: child, payload: { size: "{{script.size}}" } },
      },
    ];
  }

  function saveView(): Promise<unknown> {
    return call("POST", "/items/saved_views", {
      token: adminToken,
      to: directus.url,
      body: { user_id: alice.id, page: "library", name: randomUUID(), query: {} },
    });
  }

  /** Directus listens for a flow only a moment after it has saved it, so it is started until it has run. */
  async function runOf(flow: string, start: (flow: string) => Promise<unknown>): Promise<Run> {
    return vi.waitFor(
      async () => {
        await start(flow);
        const run = await findRun(flow);
        if (!run) throw new Error("It has not run.");
        return run;
      },
      { timeout: 60_000, interval: 250 },
    );
  }

  async function findRun(flow: string): Promise<Run | undefined> {
    const { rows } = await database.query<{ data: Run }>(
      `select r.data from directus_revisions r join directus_activity a on a.id = r.activity
        where a.action = 'run' and a.item = $1 order by r.id limit 1`,
      [flow],
    );
    return rows[0]?.data;
  }
});

const row = (name: string) => ({
  tag: `flow-test-{{script.mark}}-${name}`,
  dimension_id: dimensions[0].id,
  weight: 0.5,
});
