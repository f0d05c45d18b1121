import { describe, expect, it } from "vitest";
import { requireReadable, withoutSecrets } from "./secret-fields.ts";
import { showRows } from "./show-rows.ts";

const rows = [
  { id: 1, caption: 'one, "two"', owner: { email: "a@example.com" } },
  { id: -2, caption: "=1+1", owner: null },
];
const fields = ["id", "caption", "owner.email"];

describe("rows", () => {
  it("are CSV that programs read and no spreadsheet carries out", () => {
    expect(showRows(rows, fields, "csv")).toBe(
      'id,caption,owner.email\r\n1,"one, ""two""",a@example.com\r\n-2,\'=1+1,\r\n',
    );
  });

  it("are a table for people, and say when there are none", () => {
    expect(showRows(rows, fields, "table")).toMatch(/a@example\.com[^]*\n2 rows\n$/);
    expect(showRows([], fields, "table")).toBe("There are none.\n");
  });

  it("are JSON as they are", () => {
    expect(JSON.parse(showRows(rows, fields, "json"))).toEqual(rows);
  });
});

describe("secrets", () => {
  it.each(["credentials", "creator_profile_id.credentials", "cookies", "user_id.password"])(
    "%s can't be asked for",
    (path) => {
      expect(() => requireReadable("creator_profiles", [path])).toThrow("are never shown");
    },
  );

  it("are not reached by a star", () => {
    expect(() => requireReadable("creator_profiles", ["*.*"])).toThrow("Name the fields");
  });

  it("are taken out however deep they lie", () => {
    const row = { id: 1, inner: [{ cookies: "x", other: { sealed: "cb1.x", name: "kept" } }] };
    expect(withoutSecrets(row)).toEqual({ id: 1, inner: [{ other: { name: "kept" } }] });
  });
});
