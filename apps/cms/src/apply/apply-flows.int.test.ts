import { randomUUID } from "node:crypto";
import type { Flow } from "@genie/schema";
import { stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flowChanges } from "./apply-flows.ts";
import { adminApi } from "./client.ts";
import { flowRow, operationRows } from "./flow-rows.ts";

const { adminToken, directusUrl } = stackUnderTest();
const api = adminApi({ DIRECTUS_URL: directusUrl, DIRECTUS_ADMIN_TOKEN: adminToken });

const flow: Flow = {
  id: randomUUID(),
  name: "Flow under test",
  icon: "bolt",
  color: "#112233",
  description: "Is there for a test.",
  log: "none",
  openToCreators: false,
  trigger: "operation",
  options: {},
  operations: [
    {
      key: "big_enough",
      name: "Big enough?",
      type: "condition",
      options: { filter: { $trigger: { size: { _gte: 3 } } } },
      resolve: "say_yes",
      reject: "say_no",
    },
    { key: "say_yes", name: "Say yes", type: "transform", options: { json: '{"answer":"yes"}' } },
    { key: "say_no", name: "Say no", type: "transform", options: { json: '{"answer":"no"}' } },
  ],
};
const [bigEnough, sayYes, sayNo] = operationRows(flow);

describe("applying flows", () => {
  beforeAll(() => put(flow));
  afterAll(async () => {
    await api("DELETE", `/flows/${flow.id}`);
  });

  it("makes a flow that is missing, with its steps linked and placed, and then finds nothing to do", async () => {
    expect(await told(flow)).toEqual([]);
    const live = await api<{ status: string; operation: string }>("GET", `/flows/${flow.id}`);
    expect(live).toMatchObject({ ...flowRow(flow), status: "active", operation: bigEnough?.id });
    expect([bigEnough, sayYes, sayNo]).toMatchObject([
      { resolve: sayYes?.id, reject: sayNo?.id, position_x: 19, position_y: 1 },
      { resolve: null, reject: null, position_x: 37, position_y: 1 },
      { resolve: null, reject: null, position_x: 37, position_y: 17 },
    ]);
  });

  it.each([
    [
      "another name",
      () => api("PATCH", `/flows/${flow.id}`, { name: "Renamed" }),
      "flow Flow under test: name",
    ],
    [
      "another trigger",
      () => api("PATCH", `/flows/${flow.id}`, { trigger: "webhook", options: { method: "GET" } }),
      "flow Flow under test: trigger, options",
    ],
    [
      "another log",
      () => api("PATCH", `/flows/${flow.id}`, { accountability: "all" }),
      "flow Flow under test: accountability",
    ],
    [
      "a step with other options",
      () => api("PATCH", `/operations/${sayNo?.id}`, { options: { json: "{}" } }),
      "flow Flow under test: step say_no: options",
    ],
    [
      "a step that leads elsewhere",
      () => api("PATCH", `/operations/${bigEnough?.id}`, { reject: null }),
      "flow Flow under test: step big_enough: reject",
    ],
    [
      "a step that is gone",
      async () => {
        await api("PATCH", `/operations/${bigEnough?.id}`, { resolve: null });
        await api("DELETE", `/operations/${sayYes?.id}`);
      },
      "flow Flow under test: step big_enough: resolve; step say_yes is missing",
    ],
    [
      "a step in between that the code does not have",
      async () => {
        await api("PATCH", `/operations/${bigEnough?.id}`, { resolve: null });
        const { id } = await api<{ id: string }>("POST", "/operations", {
          flow: flow.id,
          key: "by_hand",
          name: "By hand",
          type: "sleep",
          options: { milliseconds: 1 },
          position_x: 60,
          position_y: 60,
          resolve: sayYes?.id,
        });
        await api("PATCH", `/operations/${bigEnough?.id}`, { resolve: id });
      },
      "flow Flow under test: step big_enough: resolve; step by_hand is not in the code",
    ],
  ])("tells of %s, and puts it right", async (_what, change, line) => {
    await change();
    expect(await told(flow)).toEqual([line]);
    await put(flow);
    expect(await told(flow)).toEqual([]);
  });

  it("puts a new step between two that are there", async () => {
    const [first, ...rest] = flow.operations;
    if (!first) throw new Error("The flow has no steps.");
    const longer: Flow = {
      ...flow,
      operations: [
        { ...first, resolve: "wait" },
        {
          key: "wait",
          name: "Wait",
          type: "sleep",
          options: { milliseconds: 1 },
          resolve: "say_yes",
        },
        ...rest,
      ],
    };
    await put(longer);
    expect(await told(longer)).toEqual([]);
    await put(flow);
    expect(await told(flow)).toEqual([]);
  });

  it("finishes what a crash left half done", async () => {
    await api("PATCH", `/flows/${flow.id}`, { operation: null });
    await api("PATCH", "/operations", {
      keys: [bigEnough?.id, sayYes?.id],
      data: { resolve: null, reject: null },
    });
    await put(flow);
    expect(await told(flow)).toEqual([]);
  });

  it("takes away a flow that is no longer ours, with its steps", async () => {
    const retired: Flow = { ...flow, id: randomUUID(), name: "Retired" };
    await put(retired);
    const changes = () => flowChanges(api, [flow], [retired.id]);
    expect((await changes()).map(({ what }) => what)).toEqual(["flow Retired is retired"]);
    for (const { apply } of await changes()) await apply(api);
    expect(await changes()).toEqual([]);
    expect(await api("GET", `/operations?filter[flow]=${retired.id}`)).toEqual([]);
  });

  it("leaves a flow off that an operator switched off", async () => {
    await api("PATCH", `/flows/${flow.id}`, { status: "inactive" });
    expect(await told(flow)).toEqual([]);
    await put({ ...flow, name: "Flow under test, changed" });
    const live = await api("GET", `/flows/${flow.id}`);
    expect(live).toMatchObject({ status: "inactive", name: "Flow under test, changed" });
    await put(flow);
  });

  it("does not touch a flow of the operator's", async () => {
    const own = { id: randomUUID(), name: "Mine", trigger: "operation", options: {} };
    await api("POST", "/flows", own);
    try {
      expect(await told(flow)).toEqual([]);
      await put(flow);
      expect(await api("GET", `/flows/${own.id}`)).toMatchObject(own);
    } finally {
      await api("DELETE", `/flows/${own.id}`);
    }
  });
});

const told = async (wanted: Flow) => (await flowChanges(api, [wanted])).map(({ what }) => what);

async function put(wanted: Flow): Promise<void> {
  for (const { apply } of await flowChanges(api, [wanted])) await apply(api);
}
