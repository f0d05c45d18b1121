import { describe, expect, it } from "vitest";
import { resultParts } from "./result-parts.ts";

const id = "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c5001";
const post = { kind: "post", href: `/app/calendar?post=${id}` } as const;

describe("resultParts", () => {
  it("leads to what was made, and shows no bare id", () => {
    expect(resultParts({ scheduled_post_id: id, user_id: id, status: "draft" })).toEqual([
      { kind: "thing", thing: post },
      { kind: "fact", name: "status", value: "draft" },
    ]);
  });

  it("knows a row by its collection", () => {
    expect(resultParts({ collection: "scheduled_posts", id })).toEqual([
      { kind: "thing", thing: post },
    ]);
  });

  it("shows words first, and rows that were found as a list that leads to each", () => {
    const parts = resultParts({
      scheduled_posts: [{ id, caption: "Sea" }],
      summary: "One post\nis about the sea.",
    });
    expect(parts).toEqual([
      { kind: "text", name: "summary", text: "One post\nis about the sea." },
      {
        kind: "list",
        name: "scheduled_posts",
        items: [{ text: "Sea", thing: post }],
        left: 0,
      },
    ]);
  });

  it("calls a row by the first words that it has, and never by an id", () => {
    const [list] = resultParts([{ id, weight: 1, tag: "beach" }, { id }]);
    expect(list).toMatchObject({ items: [{ text: "beach" }, { text: "" }] });
  });

  it("ends, however deep or long an answer is", () => {
    const deep: Record<string, unknown> = {};
    deep["deep"] = deep;
    expect(() => resultParts(deep)).not.toThrow();
    const [list] = resultParts(Array.from({ length: 1000 }, (_, n) => n));
    expect(list).toMatchObject({ kind: "list", left: 990 });
  });

  it.each([[null], [undefined], [""], [{}]])("says nothing of %o", (value) => {
    expect(resultParts(value)).toEqual([]);
  });
});
