import { readFile } from "node:fs/promises";
import { z } from "zod";
import { expect, it } from "vitest";
import { endpoints, hooks, operations } from "./api.ts";

const Manifest = z.object({
  "directus:extension": z.object({
    entries: z.array(z.object({ type: z.string(), name: z.string() })),
  }),
});
const namesOf = (parts: readonly { name: string }[]) => parts.map(({ name }) => name);

it("the manifest names every part of the gate: Directus runs no other", async () => {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  const { entries } = Manifest.parse(JSON.parse(text))["directus:extension"];
  const named = (type: string) =>
    entries.flatMap((entry) => (entry.type === type ? entry.name : []));
  expect(named("hook")).toEqual(namesOf(hooks));
  expect(named("endpoint")).toEqual(namesOf(endpoints));
  expect(named("operation")).toEqual(namesOf(operations));
});
