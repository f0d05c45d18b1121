import { serviceUsers } from "@genie/schema";
import { describe, expect, it } from "vitest";
import type { Accountability } from "../directus.ts";
import { fakeRequest } from "./fake-request.ts";
import { refuseRiskyQueries } from "./risky-queries.ts";

const person: Accountability = {
  user: "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c9999",
  role: null,
  roles: [],
  admin: false,
  app: false,
  ip: null,
};
const worker = { ...person, user: serviceUsers.worker.id };
const stranger = { ...person, user: null };
const admin = { ...person, admin: true };
const query = { filter: { password: { _starts_with: "a" } } };

function isRefused(parts: object): boolean {
  let refused: unknown;
  refuseRiskyQueries()(
    fakeRequest({ accountability: person, ...parts }),
    undefined as never,
    (error) => {
      refused = error;
    },
  );
  return refused !== undefined;
}

describe("changing by query", () => {
  const paths = [
    "/items/fan_profiles",
    "/items/fan_profiles/",
    "//items/x",
    "/ITEMS/x",
    "/users",
    "/Files/",
  ];

  it.each(paths)("is refused on %s, to everybody but administrators", (path) => {
    for (const method of ["PATCH", "DELETE"]) {
      for (const accountability of [person, worker, stranger]) {
        expect(isRefused({ method, path, body: { query, data: {} }, accountability })).toBe(true);
      }
      expect(isRefused({ method, path, body: { query }, accountability: admin })).toBe(false);
    }
  });

  it("is told from a row that has a field called query", () => {
    expect(isRefused({ method: "PATCH", path: "/items/saved_views/1", body: { query } })).toBe(
      false,
    );
    expect(isRefused({ method: "POST", path: "/items/saved_views", body: { query } })).toBe(false);
    expect(isRefused({ method: "PATCH", path: "/items/x", body: [{ query }] })).toBe(false);
    expect(isRefused({ method: "PATCH", path: "/items/x", body: { keys: ["1"] } })).toBe(false);
  });
});

describe("alias, deep and a token in the address", () => {
  it.each([
    { query: { alias: { x: "id" } } },
    { query: { deep: { media: { _limit: "1" } } } },
    { query: { fields: "id", alias: "" } },
    { method: "SEARCH", body: { query: { alias: { x: "id" } } } },
    { method: "SEARCH", body: { query: { deep: {} } } },
    { query: { access_token: "x" } },
  ])("are refused: %j", (parts) => {
    expect(isRefused(parts)).toBe(true);
  });

  it("in the address is refused to administrators as well: it would get into logs", () => {
    expect(isRefused({ query: { access_token: "x" }, accountability: admin })).toBe(true);
  });

  it.each([
    { query: {} },
    { query: { fields: "*", filter: { caption: { _contains: "alias" } }, sort: "deep" } },
    { method: "SEARCH", body: { query: { filter: {} } } },
    { method: "SEARCH", body: { keys: ["1"] } },
    { method: "SEARCH", body: [] },
  ])("leaves other queries alone: %j", (parts) => {
    expect(isRefused(parts)).toBe(false);
  });
});
