import type { PublishBatch } from "@genie/schema";
import { expect, it } from "vitest";
import { refusal } from "../refusals.ts";
import { runBatch } from "./run-batch.ts";

const batchOf = (...bodies: string[]): PublishBatch => ({
  steps: bodies.map((body) => ({ step: "claim", body })),
});

/** A gate whose log is noted. */
function scene() {
  const logged: object[] = [];
  const logger = { info: () => undefined, warn: (fields: object) => void logged.push(fields) };
  return { logged, context: { logger } };
}

it("answers each step in its place", async () => {
  const { context } = scene();
  const bodies = Array.from({ length: 9 }, (_none, index) => `step ${index}`);
  const { results } = await runBatch(context, batchOf(...bodies), async (_step, body) => body);
  expect(results).toEqual(bodies.map((answer) => ({ answer })));
});

it("a step that is refused, or fails, ends no other, and tells nothing that is not for people", async () => {
  const { context, logged } = scene();
  const { results } = await runBatch(context, batchOf("a", "b", "c"), async (_step, body) => {
    if (body === "a") throw refusal("CONFLICT", "It is going out.");
    if (body === "b") throw new Error("select caption from posts");
    return "done";
  });
  expect(results).toEqual([
    { status: 409, code: "CONFLICT", message: "It is going out." },
    { status: 500, code: "INTERNAL_SERVER_ERROR", message: "" },
    { answer: "done" },
  ]);
  expect(logged).toHaveLength(1);
});
