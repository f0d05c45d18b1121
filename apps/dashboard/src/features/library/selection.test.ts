import { describe, expect, it } from "vitest";
import { allOf, extendedTo, mostSelected, nothingSelected, toggled, without } from "./selection.ts";

const list = ["a", "b", "c", "d", "e"];

describe("selection", () => {
  it("keeps the order in which entries were chosen", () => {
    const chosen = toggled(toggled(nothingSelected, "c"), "a");
    expect(chosen.ids).toEqual(["c", "a"]);
    expect(toggled(chosen, "c").ids).toEqual(["a"]);
  });

  it("reaches from the last that was pressed, both ways", () => {
    const from = toggled(nothingSelected, "c");
    expect(extendedTo(from, "e", list).ids).toEqual(["c", "d", "e"]);
    expect(extendedTo(from, "a", list).ids).toEqual(["c", "a", "b"]);
  });

  it("reaches to the entry alone when what it would reach from is gone", () => {
    expect(extendedTo({ ids: [], anchor: "x" }, "b", list).ids).toEqual(["b"]);
    expect(extendedTo(nothingSelected, "b", list)).toEqual({ ids: ["b"], anchor: "b" });
  });

  it("is never more than the gate takes at once", () => {
    const many = Array.from({ length: mostSelected + 5 }, (_, place) => String(place));
    expect(allOf(many).ids).toHaveLength(mostSelected);
    expect(toggled(allOf(many), "x").ids).toHaveLength(mostSelected);
  });

  it("forgets what is gone", () => {
    expect(without(allOf(list), ["b", "d"]).ids).toEqual(["a", "c", "e"]);
  });
});
