import { collections, ownership } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { deletionOrder } from "./deletion-order.ts";

describe("deletionOrder", () => {
  const order = deletionOrder();

  it("has every collection with an owner once, but for files", () => {
    expect(order.toSorted()).toEqual(
      [...ownership.keys()].filter((name) => name !== "directus_files").toSorted(),
    );
  });

  it("has each before those whose end would take its rows along", () => {
    for (const { name, fields } of Object.values(collections)) {
      for (const { reference } of Object.values(fields)) {
        if (reference?.onDelete !== "CASCADE" || !order.includes(reference.collection)) continue;
        expect([name, order.indexOf(name)]).toEqual([
          name,
          expect.toSatisfy((at: number) => at < order.indexOf(reference.collection)),
        ]);
      }
    }
  });
});
