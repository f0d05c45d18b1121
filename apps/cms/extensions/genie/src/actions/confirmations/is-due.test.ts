import { effectOf } from "@genie/actions";
import { actionEffects } from "@genie/schema";
import { expect, it } from "vitest";
import { isDue } from "./is-due.ts";

const never = {
  confirm: "never",
  source: "api",
  asksFirst: false,
  afterForeignText: false,
} as const;
const due = (brakes: Partial<Parameters<typeof isDue>[0]>) =>
  actionEffects.filter((effect) => isDue({ ...never, ...brakes, effect }));
const hard = ["publish", "delete", "message", "connect"];

it.each([
  ["her own hand", {}, []],
  ["a chat", { source: "chat" }, hard],
  ["a token that asks first", { asksFirst: true }, hard],
  ["foreign text was read", { afterForeignText: true }, ["write", ...hard]],
  ["foreign text in a chat", { source: "chat", afterForeignText: true }, ["write", ...hard]],
  ["a flow that always asks", { confirm: "always" }, actionEffects],
] as const)("with %s its person is asked before what she has to be", (_what, brakes, effects) => {
  expect(due(brakes)).toEqual(effects);
});

const request = {
  slug: "ask",
  name: "Ask a server",
  input_schema: null,
  steps: [{ key: "asked", step: "http-request", with: { url: "$input.url" } }],
};

it("an address can carry words out, so a token that asks first sends nothing to any, and writes rows", () => {
  const effect = effectOf(request, { url: "https://example.com/?q=words" });
  for (const source of ["mcp", "anythingllm", "api"] as const) {
    const brakes = { ...never, source, asksFirst: true };
    expect([isDue({ ...brakes, effect }), isDue({ ...brakes, effect: "write" })]).toEqual([
      true,
      false,
    ]);
  }
  expect(isDue({ ...never, effect })).toBe(false);
});
