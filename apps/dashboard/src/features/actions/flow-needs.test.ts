import { actionFlowSeed } from "@genie/schema";
import { expect, it } from "vitest";
import { lackingFor } from "./flow-needs.ts";
import { installedHere } from "./installed.ts";

const { stepNeeds } = installedHere({ BROWSER_URL: undefined });
const of = (slug: string) => [...(actionFlowSeed.find((flow) => flow.slug === slug)?.steps ?? [])];

it.each([
  ["scout-analyze", ["browser", "model"]],
  ["message-generate", ["model"]],
  ["memory-recall", []],
  ["post-create", []],
])("%s needs %j", (slug, needs) => {
  expect(lackingFor(of(slug), stepNeeds, { browser: false, model: false })).toEqual(needs);
  expect(lackingFor(of(slug), stepNeeds, { browser: true, model: true })).toEqual([]);
});
