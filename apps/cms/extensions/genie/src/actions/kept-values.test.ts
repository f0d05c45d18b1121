import { describe, expect, it } from "vitest";
import { keptParams, keptResult } from "./kept-values.ts";

describe("what is kept of a run", () => {
  it("is what was given, without what looks like a secret, at any depth", () => {
    const kept = keptParams(
      {
        caption: "Golden hour",
        password: "hunter2",
        data: { api_key: "k", list: [{ sessionId: "s" }, `say ght_${"a".repeat(30)}`] },
        note: "Bearer abcdefghijkl",
        count: 3,
        none: null,
      },
      "write",
    );
    expect(kept).toEqual({
      caption: "Golden hour",
      password: "(not kept)",
      data: { api_key: "(not kept)", list: [{ sessionId: "(not kept)" }, "(not kept)"] },
      note: "(not kept)",
      count: 3,
      none: null,
    });
  });

  it("is the names of fields alone where an account is connected", () => {
    expect(keptParams({ username: "her", words: ["x"] }, "connect")).toEqual({
      username: "(not kept)",
      words: "(not kept)",
    });
    expect(keptResult({ id: "1", email: "her@example.com" }, "connect")).toEqual({
      id: "1",
      email: "(not kept)",
    });
  });

  it("is no more than fits", () => {
    const long = keptParams({ caption: "x".repeat(5000) }, "write");
    expect(String(long["caption"]).length).toBeLessThan(2100);
    const many = Array.from({ length: 2000 }, (_, index) => [`field${index}`, "x".repeat(100)]);
    const kept = keptParams(Object.fromEntries(many), "write");
    expect(JSON.stringify(kept).length).toBeLessThan(4000);
    expect(
      keptResult(
        Array.from({ length: 5000 }, () => "word word"),
        "read",
      ),
    ).toEqual({
      too_large_to_keep: true,
    });
  });
});

const nested = (levels: number) => {
  let deep: unknown = "x";
  for (let level = 0; level < levels; level += 1) deep = [deep];
  return deep;
};

describe("what an audit keeps", () => {
  it("of an answer that goes deep is its upper part", () => {
    const kept = JSON.stringify(keptResult({ deep: nested(100_000) }, "write"));
    expect(kept).toMatch(/^\{"deep":\[+"\(not kept\)"\]+\}$/);
    expect(keptResult(nested(5), "write")).toEqual(nested(5));
  });

  it("of what is no known action, or connects an account, is the names alone", () => {
    for (const effect of [null, "connect"] as const) {
      expect(keptParams({ magic: "x" }, effect)).toEqual({ magic: "(not kept)" });
    }
  });

  it("is nothing that looks like a secret, nor what a query holds", () => {
    const params = { pwd: "x", url: "https://example.com/a?b=c#d", note: "hello" };
    expect(keptParams(params, "write")).toEqual({
      pwd: "(not kept)",
      url: "https://example.com/a?…",
      note: "hello",
    });
  });
});
