import { randomUUID } from "node:crypto";
import type { ActionStep } from "@genie/schema";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { steps } from "../steps/index.ts";
import { memoryBrowser, memoryTools } from "../testing/memory-tools.ts";
import { flowOf, scriptedSteps } from "../testing/scripted-steps.ts";
import { runFlow, type RunOptions } from "./run-flow.ts";

const registry = { ...steps, ...scriptedSteps };
const run = (flow: RunOptions["flow"], more: Partial<RunOptions> = {}) =>
  runFlow({ flow, params: {}, tools: memoryTools(), registry, ...more });
const echoes = (key: string, value: unknown) => ({ key, step: "echo", with: { value } });
const told = (steps_: readonly ActionStep[]) => steps_.map(({ key, status }) => `${key} ${status}`);

afterEach(() => {
  vi.useRealTimers();
});

describe("a run", () => {
  it("hands each step what it asks for, and answers what the last one did", async () => {
    const seen: ActionStep[] = [];
    const outcome = await run(
      flowOf(echoes("first", "$input.n"), echoes("second", { twice: ["$first.value", "$first"] })),
      { params: { n: 3 }, onStep: (step) => seen.push(step) },
    );
    expect(outcome).toEqual({
      status: "done",
      result: { value: { twice: [3, { value: 3 }] } },
      steps: [
        { key: "first", step: "echo", status: "done", duration_ms: expect.any(Number) },
        { key: "second", step: "echo", status: "done", duration_ms: expect.any(Number) },
      ],
    });
    expect(told(seen)).toEqual(["first running", "first done", "second running", "second done"]);
  });

  it("passes over steps whose condition does not hold", async () => {
    const outcome = await run(
      flowOf(
        echoes("first", 1),
        { ...echoes("never", 2), when: { "$input.go": { _eq: true } } },
        { ...echoes("also", "$never.value?"), when: { $never: { _null: true } } },
      ),
    );
    expect(outcome).toMatchObject({ status: "done", result: {} });
    expect(told(outcome.steps)).toEqual(["first done", "never skipped", "also done"]);
  });

  it("ends well at a condition that is not met, and says why", async () => {
    const tools = memoryTools();
    const outcome = await run(
      flowOf(
        {
          key: "check",
          step: "condition",
          with: { value: "$input.state?", is: { _eq: "draft" }, otherwise: "It is no draft." },
        },
        { key: "note", step: "notify", with: { subject: "Hello" } },
      ),
      { tools },
    );
    expect(outcome).toMatchObject({
      status: "done",
      result: { met: false, why: "It is no draft." },
    });
    expect(told(outcome.steps)).toEqual(["check done", "note skipped"]);
    expect(tools.notices).toEqual([]);
  });

  it("that fails keeps the sentence, and nothing later runs", async () => {
    const tools = memoryTools();
    const outcome = await run(
      flowOf(
        { key: "bad", step: "failing" },
        { key: "note", step: "notify", with: { subject: "x" } },
      ),
      { tools },
    );
    expect(outcome).toMatchObject({
      status: "failed",
      error: { code: "conflict", message: "It can't be done. Nothing was changed." },
      steps: [{ key: "bad", status: "failed", message: "It can't be done. Nothing was changed." }],
    });
    expect(tools.notices).toEqual([]);
  });

  it("says nothing of errors that are not for people, but keeps them as the cause", async () => {
    const outcome = await run(flowOf({ key: "bad", step: "failing", with: { known: false } }));
    expect(JSON.stringify(outcome)).not.toContain("10.0.0.7");
    expect(outcome).toMatchObject({
      error: {
        code: "internal",
        message: expect.stringContaining("What was done before that stays"),
        cause: { message: "connection refused by 10.0.0.7" },
      },
      steps: [{ message: expect.not.stringContaining("Nothing was changed") }],
    });
  });

  it.each([
    [
      "input that is missing",
      { type: "object", properties: { x: { type: "string" } }, required: ["x"] },
      {},
      "x",
    ],
    [
      "input that is too much",
      { type: "object", properties: {}, additionalProperties: false },
      { constructor: 1 },
      'there is no "constructor"',
    ],
    [
      "input of another type",
      { type: "object", properties: { x: { type: "string", format: "uuid" } } },
      { x: 5 },
      "x: ",
    ],
  ])("with %s does nothing", async (_what, input_schema, params, words) => {
    const outcome = await run({ ...flowOf(echoes("a", 1)), input_schema }, { params });
    expect(outcome).toMatchObject({
      status: "failed",
      error: { code: "invalid_input", message: expect.stringContaining(words) },
      steps: [],
    });
  });

  it.each([
    ["no steps", []],
    ["a step that is none", [{ step: "echo" }]],
    ["a step that is unknown", [echoes("a", 1), { key: "b", step: "constructor" }]],
    ["too many steps", Array.from({ length: 31 }, (_, n) => echoes(`k${n}`, n))],
  ])("of a flow with %s does nothing", async (_what, flowSteps) => {
    const outcome = await run(flowOf(...flowSteps));
    expect(outcome).toMatchObject({ status: "failed", error: { code: "conflict" }, steps: [] });
  });

  it.each([
    ["reference without a value", echoes("a", "$input.gone"), "$input.gone"],
    ["field that a step does not take", { key: "a", step: "echo", with: { b: 1 } }, 'no "b"'],
  ])("with a %s names it", async (_what, step, words) => {
    const outcome = await run(flowOf(step));
    expect(outcome).toMatchObject({
      error: { code: "invalid_input", message: expect.stringContaining(words) },
      steps: [{ key: "a", status: "failed" }],
    });
  });

  it("without the model or browser that it needs does nothing first", async () => {
    const tools = memoryTools();
    const note = { key: "note", step: "notify", with: { subject: "x" } };
    const asks = { key: "ask", step: "generate-text", with: { prompt: "x" } };
    const opens = { key: "open", step: "browser-start", with: { account_id: randomUUID() } };
    for (const step of [asks, opens]) {
      const outcome = await run(flowOf(note, step), { tools });
      expect(outcome).toMatchObject({ error: { code: "misconfigured" }, steps: [] });
    }
    expect(tools.notices).toEqual([]);
  });
});

describe("the time of a run", () => {
  const note = { key: "note", step: "notify", with: { subject: "x" } };

  it("gives up a step that takes too long, whether it listens or not", async () => {
    vi.useFakeTimers();
    const tools = memoryTools();
    const running = run(
      flowOf(echoes("a", 1), { key: "b", step: "deaf", timeout_ms: 5000 }, note),
      {
        tools,
      },
    );
    await vi.advanceTimersByTimeAsync(5000);
    const outcome = await running;
    expect(outcome).toMatchObject({
      status: "failed",
      error: {
        code: "upstream_unavailable",
        message: expect.stringMatching(/^The step "b" took longer than 5 seconds .*\.$/),
      },
    });
    expect(told(outcome.steps)).toEqual(["a done", "b failed"]);
    expect(tools.notices).toEqual([]);
  });

  it("is never more than the step's own", async () => {
    vi.useFakeTimers();
    const running = run(flowOf({ key: "b", step: "deaf", timeout_ms: 120_000 }), {
      limits: { ms: 600_000 },
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await running).toMatchObject({
      error: { message: expect.stringContaining("longer than 60 seconds") },
    });
  });

  it.each([
    ["POST", { method: "POST", body: {} }],
    ["GET", {}],
  ])("says that a %s that was given up may still take effect", async (_how, request) => {
    vi.useFakeTimers();
    const tools = memoryTools({}, { fetch: () => new Promise<never>(() => {}) });
    const ask = { url: "https://example.com", ...request };
    const running = run(flowOf({ key: "ask", step: "http-request", with: ask }), { tools });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await running).toMatchObject({
      error: { message: expect.stringMatching(/That step may still take effect; look before/) },
    });
  });

  it("says nothing of the kind of a step whose rows are taken back, or that only looks", async () => {
    vi.useFakeTimers();
    const target = { role: "button", name: "Post" };
    const find = { key: "f", step: "browser-act", with: { action: "find", target } };
    const browser = { ...memoryBrowser(), act: () => new Promise<never>(() => {}) };
    const tools = memoryTools({}, { browser: async () => browser });
    const open = { key: "open", step: "browser-start", with: { account_id: randomUUID() } };
    for (const flow of [flowOf({ key: "b", step: "deaf" }), flowOf(open, find)]) {
      const running = run(flow, { tools });
      await vi.advanceTimersByTimeAsync(70_000);
      expect(await running).toMatchObject({
        error: {
          message: expect.stringMatching(/was given up\..*nothing after it was started\.$/),
        },
      });
    }
  });

  it("has an end of its own", async () => {
    vi.useFakeTimers();
    const running = run(flowOf({ key: "b", step: "deaf" }, note), { limits: { ms: 30_000 } });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await running).toMatchObject({
      error: { message: expect.stringMatching(/^The action took longer than 30 seconds .*"b"/) },
      steps: [{ key: "b", status: "failed" }],
    });
  });

  it.each(["before", "while"])("ends when nobody waits any more, %s it runs", async (when) => {
    const caller = new AbortController();
    const tools = memoryTools();
    if (when === "before") caller.abort();
    const outcome = await run(flowOf({ key: "b", step: "deaf" }, note), {
      tools,
      signal: caller.signal,
      onStep: () => caller.abort(),
    });
    expect(outcome).toMatchObject({
      status: "failed",
      error: { code: "conflict", message: expect.stringMatching(/^The action was stopped\./) },
    });
    expect(tools.notices).toEqual([]);
  });

  it("once over, leaves a step nothing to reach", async () => {
    vi.useFakeTimers();
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
    let late: Promise<unknown> = Promise.resolve();
    const sleeper = defineStep({
      name: "sleeper",
      description: "Sleeps, and writes when it is woken.",
      input: z.strictObject({}),
      output: z.strictObject({}),
      effect: "write",
      timeoutMs: 10,
      run: async (_input, { tools: mine }) => {
        await woken;
        late = mine.rows("scheduled_posts").create({ caption: "late" });
        await late;
        return {};
      },
    });
    const tools = memoryTools();
    const running = run(flowOf({ key: "s", step: "sleeper" }), { tools, registry: { sleeper } });
    await vi.advanceTimersByTimeAsync(10);
    expect((await running).status).toBe("failed");
    wake();
    await vi.advanceTimersByTimeAsync(0);
    await expect(late).rejects.toMatchObject({ message: expect.stringContaining("is over") });
    expect(tools.stored["scheduled_posts"]).toEqual([]);
  });
});

describe("the browser of a run", () => {
  const account_id = randomUUID();
  const open = { key: "open", step: "browser-start", with: { account_id } };

  it.each([
    ["done", []],
    ["failed", [{ key: "bad", step: "failing" }]],
    ["closed by a step", [{ key: "shut", step: "browser-close" }]],
  ])("is closed once when the run is %s", async (_how, more) => {
    const browser = memoryBrowser();
    const tools = memoryTools({}, { browser: async () => browser });
    await run(flowOf(open, ...more), { tools });
    expect(browser.asked.filter((what) => what === "close")).toEqual(["close"]);
  });

  it("is closed when it is ready only after the run was given up", async () => {
    vi.useFakeTimers();
    const browser = memoryBrowser();
    const { promise, resolve: ready } = Promise.withResolvers<typeof browser>();
    const tools = memoryTools({}, { browser: () => promise });
    const running = run(flowOf({ ...open, timeout_ms: 100 }), { tools });
    await vi.advanceTimersByTimeAsync(100);
    ready(browser);
    expect((await running).status).toBe("failed");
    await vi.advanceTimersByTimeAsync(0);
    expect(browser.asked).toEqual(["close"]);
  });

  it("is one, and has to be there", async () => {
    const tools = memoryTools({}, { browser: async () => memoryBrowser() });
    const twice = await run(flowOf(open, { ...open, key: "again" }), { tools });
    expect(twice).toMatchObject({ error: { code: "conflict" } });
    const none = await run(flowOf({ key: "look", step: "browser-observe" }), { tools });
    expect(none).toMatchObject({ error: { message: expect.stringContaining("browser-start") } });
  });
});
