import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import manifest from "../../package.json" with { type: "json" };

type Route = [method: string, path: string, body?: object];

const closedToAll: Route[] = [
  ["GET", "/graphql?query={__typename}"],
  ["POST", "/graphql", { query: "mutation { delete_creator_profiles_item(id: 1) { id } }" }],
  ["POST", "/graphql/system", { query: "query a { users { id } } mutation b { auth_logout }" }],
  ["POST", "/GraphQL", { query: "mutation { update_users_me(data: {}) { id } }" }],
  ["POST", "/mcp", { jsonrpc: "2.0", id: 1, method: "tools/list" }],
  ["POST", "/ai/chat", {}],
  ["GET", "/deployments"],
  ["PATCH", "/extensions/00000000-0000-4000-8000-000000000000", { meta: { enabled: false } }],
  ["DELETE", "/extensions/00000000-0000-4000-8000-000000000000"],
  ["POST", "/extensions/registry/install", { extension: "x", version: "1" }],
];

const closedToPeople: Route[] = [
  ["POST", "/graphql", { query: "{ creator_profiles { id } }" }],
  ["POST", "/graphql/system", { query: "{ users { email } }" }],
  ["POST", "/GraphQL", { query: "{ __schema { types { name } } }" }],
  ["GET", "/shares"],
  ["POST", "/shares", { collection: "creator_profiles", item: "x" }],
  ["POST", "/shares/auth", { share: "x" }],
  ["GET", "/shares/info/x"],
  ["GET", "/versions"],
  ["POST", "/versions", { collection: "scheduled_posts", item: "x", key: "x", name: "x" }],
  ["POST", "/versions/x/save", {}],
  ["POST", "/utils/hash/generate", { string: "x" }],
  ["POST", "/utils/hash/verify", { string: "x", hash: "x" }],
  ["POST", "/utils/sort/scheduled_posts_media", { item: "x", to: "y" }],
  ["POST", "/utils/export/creator_profiles", { query: {}, format: "json" }],
  ["POST", "/utils/import/fan_profiles", {}],
  ["POST", "/utils/revert/1"],
  ["POST", "/utils/cache/clear"],
  ["POST", "/users", { email: "x@example.com", password: "long enough" }],
  ["POST", "/users/invite", { email: "x@example.com", role: roles.creator.id }],
  ["POST", "/users/invite/accept", { token: "x", password: "long enough" }],
  ["POST", "/users/register", { email: "x@example.com", password: "long enough" }],
  ["GET", "/users/register/verify-email?token=x"],
  ["DELETE", "/users", ["00000000-0000-4000-8000-000000000000"]],
  ["DELETE", "/users/me"],
  ["DELETE", "/flows", ["00000000-0000-4000-8000-000000000000"]],
  ["DELETE", "/operations/00000000-0000-4000-8000-000000000000"],
  ["POST", "/files", { title: "x", type: "image/png" }],
  ["POST", "/files/import", { url: "http://127.0.0.1/" }],
  ["POST", "/files/tus"],
  ["GET", "/extensions"],
  ["GET", "/schema/snapshot"],
  ["POST", "/schema/apply", {}],
  ["GET", "/settings"],
  ["PATCH", "/settings", { project_name: "x" }],
  ["POST", "/settings/owner", { project_owner: "x@example.com" }],
  ["POST", "/server/setup", { project_owner: "x@example.com", password: "long enough" }],
  ["GET", "/server/specs/graphql"],
  ["GET", "/metrics"],
  ["GET", "/websocket"],
  ["POST", "/collections", { collection: "x" }],
  ["PATCH", "/collections/creator_profiles", { meta: { hidden: true } }],
  ["DELETE", "/collections/creator_profiles"],
  ["POST", "/fields/creator_profiles", { field: "x", type: "string" }],
  ["DELETE", "/fields/creator_profiles/username"],
  ["POST", "/relations", {}],
  ["POST", "/flows/trigger/00000000-0000-4000-8000-000000000000"],
];

describe("routes that are closed", () => {
  const { adminToken } = stackUnderTest();
  const database = openDatabase();
  const callers: { name: string; token: string | undefined }[] = [];
  let creator: TestUser;

  beforeAll(async () => {
    creator = await createUser({ role: roles.creator.id });
    const viewer = await createUser({ role: roles.viewer.id });
    const made = await call("POST", "/tokens", {
      token: creator.token,
      from: creator.address,
      body: { name: "program", scopes: ["read", "write"], expires_in_days: 1, asks_first: false },
    });
    callers.push(
      { name: "creator", token: creator.token },
      { name: "viewer", token: viewer.token },
      { name: "program", token: (made.data as { token: string }).token },
      { name: "stranger", token: undefined },
    );
  });
  afterAll(async () => {
    await database.end();
  });

  it.each([...closedToAll, ...closedToPeople])(
    "%s %s is refused to people and programs",
    async (method, path, body) => {
      for (const { name, token } of callers) {
        const answer = await call(method, path, {
          token,
          from: creator.address,
          ...(body ? { body } : {}),
        });
        expect([name, answer.status >= 400 && answer.status < 500, answer.text]).toEqual([
          name,
          true,
          answer.text,
        ]);
      }
    },
  );

  it.each(closedToAll)("%s %s is refused to administrators too", async (method, path, body) => {
    const answer = await call(method, path, { token: adminToken, ...(body ? { body } : {}) });
    expect(answer.status).toBe(403);
  });

  it("administrators read by GraphQL, which the panel's dashboards need, and learn no schema by it", async () => {
    const query = "{ scheduled_posts_aggregated { count { id } } }";
    const read = await call("POST", "/graphql", { token: adminToken, body: { query } });
    expect([read.status, read.errors]).toEqual([200, []]);
    const schema = { query: "{ __schema { types { name } } }" };
    const { data, errors } = await call("POST", "/graphql", { token: adminToken, body: schema });
    expect([data ?? null, errors.length]).toEqual([null, 1]);
  });

  it("the data model is described as far as a caller may use it, to strangers not at all", async () => {
    for (const { name, token } of callers) {
      const { data } = await call("GET", "/fields", { token, from: creator.address });
      const fields = Array.isArray(data) ? (data as { collection: string; field: string }[]) : [];
      const hidden = fields
        .map(({ collection, field }) => `${collection}.${field}`)
        .filter((field) => /\.(user_id|hash|code_hash|claim_token|token)$/.test(field));
      expect([name, hidden, name === "stranger" ? fields : []]).toEqual([name, [], []]);
    }
  });

  it("static tokens are refused: they would be stored in clear", async () => {
    const { status, errors } = await call("PATCH", `/users/${creator.id}`, {
      token: adminToken,
      body: { token: "a-static-token-of-some-length" },
    });
    expect([status, errors[0]?.message]).toEqual([
      400,
      "Static tokens are off, because they would be stored in clear. Create an API token in the settings of the dashboard.",
    ]);
    const { rows } = await database.query("select 1 from directus_users where token is not null");
    expect(rows).toEqual([]);
  });

  it("aliases and deep queries are refused", async () => {
    const wanted = ["alias[x]=id", "deep[media][_limit]=1", "fields=id&alias[y]=caption"];
    for (const query of wanted) {
      const { status } = await call("GET", `/items/scheduled_posts?${query}`, {
        token: creator.token,
        from: creator.address,
      });
      expect([query, status]).toEqual([query, 403]);
    }
  });

  it("every answer says nosniff, refusals and pages too", async () => {
    for (const path of [
      "/server/ping",
      "/items/creator_profiles",
      "/nowhere",
      "/admin",
      "/assets/x",
    ]) {
      const { headers } = await call("GET", path);
      expect([path, headers.get("x-content-type-options")]).toEqual([path, "nosniff"]);
    }
  });

  it("the gate is loaded, every part of it", async () => {
    const { data } = await call("GET", "/extensions", { token: adminToken });
    const parts = data as {
      bundle: string | null;
      schema: { name: string } | null;
      meta: { enabled: boolean };
    }[];
    const names = parts.map(({ schema }) => schema?.name ?? "missing").toSorted();
    const { "directus:extension": extension } = manifest;
    expect(names).toEqual(["genie", ...extension.entries.map(({ name }) => name)].toSorted());
    expect(parts.every(({ meta }) => meta.enabled)).toBe(true);
  });
});
