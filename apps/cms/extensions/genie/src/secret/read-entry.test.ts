import { describe, expect, it } from "vitest";
import { readEntry } from "./read-entry.js";

const fields = [{ name: "username" }, { name: "password" }];

describe("readEntry", () => {
  it("has the asked fields once all are filled in, as they were typed", () => {
    const typed = { username: "alice", password: " with spaces " };
    expect(readEntry(fields, typed)).toEqual(typed);
  });

  it.each([[{}], [{ username: "alice" }], [{ username: "alice", password: "" }]])(
    "has nothing to save for %j",
    (typed) => {
      expect(readEntry(fields, typed)).toBeNull();
    },
  );

  it("takes an object or a list as JSON, and nothing that is not whole yet", () => {
    expect(readEntry([], { json: '[{"name":"sid","value":"1"}]' })).toEqual([
      { name: "sid", value: "1" },
    ]);
    for (const json of [undefined, "", "[{", '"text"', "5", "null"]) {
      expect(readEntry([], { json })).toBeNull();
    }
  });
});
