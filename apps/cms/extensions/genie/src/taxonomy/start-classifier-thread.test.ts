import type { TagMapping } from "@genie/taxonomy";
import { expect, it } from "vitest";
import { startClassifierThread } from "./start-classifier-thread.ts";

const tag = (name: string): TagMapping => ({
  tag: name,
  concept: "content-type",
  weight: 0.5,
  aliases: [],
});
const media = {
  type: "image",
  width: null,
  height: null,
  durationS: null,
  sizeBytes: null,
} as const;
const entry = { caption: "A lighthouse", tags: [], media };

it("answers each in its turn, by the mapping that was opened last", async () => {
  const { ask } = startClassifierThread(() => undefined);
  await expect(ask("resolve", ["lighthouse"])).rejects.toThrow("nothing is opened");
  const first = ask("open", [tag("lighthouse")]);
  const found = ask("read", { own: [], entries: [entry, { ...entry, caption: "" }] });
  const second = ask("open", [tag("harbour")]);
  const resolved = ask("resolve", ["lighthouse", "Harbour"]);
  expect((await found).map(({ tags }) => tags.map((each) => each.tag))).toEqual([
    ["lighthouse"],
    [],
  ]);
  expect((await found)[0]?.version).toBe(await first);
  expect(await second).not.toBe(await first);
  expect(await resolved).toEqual([null, "harbour"]);
});
