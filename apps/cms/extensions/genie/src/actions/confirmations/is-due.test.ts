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
