import { exportedCollections, ownership } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { importSteps, notImported } from "./import-plan.ts";

const names = importSteps.map(({ collection }) => collection.name);

describe("an import", () => {
  it.each(exportedCollections.map(({ name }) => name))(
    "%s: comes in, or it is said why it does not",
    (name) => {
      const ways = [names.includes(name), notImported.has(name), name === "directus_files"];
      expect(ways.filter(Boolean)).toHaveLength(1);
    },
  );

  it("brings what is referred to before what refers to it", () => {
    for (const [at, name] of names.entries()) {
      const others = (ownership.get(name)?.references ?? []).filter(
        ({ collection }) => names.includes(collection) && collection !== name,
      );
      for (const { collection } of others) expect(names.indexOf(collection)).toBeLessThan(at);
    }
  });

  it.each([
    ["draft", "draft"],
    ["pending", "draft"],
    ["publishing", "cancelled"],
    ["published", "cancelled"],
    ["missed", "cancelled"],
  ])("a post that is %s comes in as %s, so that none goes out by it", (status, expected) => {
    const posts = importSteps.find(({ collection }) => collection.name === "scheduled_posts");
    expect(posts?.change({ status, caption: "x", generation: 3 })).toEqual({
      status: expected,
      caption: "x",
    });
  });
});
