import { randomBytes } from "node:crypto";
import { everyCollection, roles } from "@genie/schema";
import { call, createUser, openDatabase, someAddress, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const systemRoutes = [
  "access",
  "activity",
  "comments",
  "dashboards",
  "files",
  "flows",
  "folders",
  "notifications",
  "operations",
  "panels",
  "permissions",
  "policies",
  "presets",
  "revisions",
  "roles",
  "settings",
  "shares",
  "translations",
  "users",
  "versions",
];
const routes = [
  ...everyCollection.map(({ name }) => `/items/${name}`),
  ...systemRoutes.map((route) => `/${route}`),
];

/** Directus 11.17.4 selects the rows of these calls without any rule. */
describe("changing and deleting by query", () => {
  const database = openDatabase();
  const secret = `s${randomBytes(6).toString("hex")}`;
  const callers = new Map<string, { token: string | undefined; from: string }>();
  let victim: Awaited<ReturnType<typeof createUser>>;

  beforeAll(async () => {
    const [alice, viewer, bob] = await Promise.all([
      createUser({ role: roles.creator.id }),
      createUser({ role: roles.viewer.id }),
      createUser({ role: roles.creator.id, first_name: secret }),
    ]);
    victim = bob;
    callers.set("a creator", { token: alice.token, from: alice.address });
    callers.set("a viewer", { token: viewer.token, from: viewer.address });
    callers.set("a stranger", { token: undefined, from: someAddress() });
    callers.set("the worker", { token: stackUnderTest().workerToken, from: someAddress() });
    for (const scopes of [["read"], ["read", "write"]]) {
      const made = await call("POST", "/tokens", {
        token: alice.token,
        from: alice.address,
        body: { name: "oracle", scopes, expires_in_days: 1, asks_first: false },
      });
      const { token } = made.data as { token: string };
      callers.set(`a program that may ${scopes.join(" and ")}`, { token, from: alice.address });
    }
  });
  afterAll(async () => {
    await database.end();
  });

  it.each(routes)("%s answers everybody alike, match or none", async (route) => {
    const match = { filter: {}, limit: 1 };
    const none = { filter: { id: { _null: true } }, limit: 1 };
    for (const [name, { token, from }] of callers) {
      for (const method of ["PATCH", "DELETE"]) {
        const data = method === "PATCH" ? { data: {} } : {};
        const matched = await call(method, route, { token, from, body: { query: match, ...data } });
        const missed = await call(method, route, { token, from, body: { query: none, ...data } });
        expect([name, method, matched.status, matched.text]).toEqual([
          name,
          method,
          missed.status,
          missed.text,
        ]);
        expect([name, method, matched.status]).toEqual([name, method, 403]);
      }
    }
  });

  it("tells nobody another person's name letter by letter", async () => {
    const guesses = "0123456789abcdefs".split("").map((letter) => `${secret.slice(0, 4)}${letter}`);
    for (const [name, { token, from }] of callers) {
      const answers = new Set<string>();
      for (const guess of [...guesses, secret]) {
        const filter = { id: { _eq: victim.id }, first_name: { _starts_with: guess } };
        const { status, text } = await call("DELETE", "/users", {
          token,
          from,
          body: { query: { filter } },
        });
        answers.add(`${status} ${text}`);
      }
      expect([name, answers.size]).toEqual([name, 1]);
    }
  });

  it("a field that is called query is changed like any other", async () => {
    const alice = callers.get("a creator");
    const made = await call("POST", "/items/saved_views", {
      ...alice,
      body: { page: "library", name: secret, query: { a: 1 } },
    });
    const { id } = made.data as { id: string };
    const changed = await call("PATCH", `/items/saved_views/${id}`, {
      ...alice,
      body: { query: { b: 2 } },
    });
    expect(changed.data).toMatchObject({ query: { b: 2 } });
  });

  it("is open to the set-up service, which sees every row anyway", async () => {
    const { status } = await call("PATCH", "/items/saved_views", {
      token: stackUnderTest().adminToken,
      body: { query: { filter: { name: { _eq: "no such view" } } }, data: { sort: 1 } },
    });
    expect(status).toBe(200);
  });
});
