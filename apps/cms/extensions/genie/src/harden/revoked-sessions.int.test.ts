import { createHmac } from "node:crypto";
import { roles } from "@genie/schema";
import {
  call,
  createUser,
  openDatabase,
  signIn,
  stackUnderTest,
  type TestUser,
} from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";

describe("a session or an access token", () => {
  const { adminToken, dashboardUrl } = stackUnderTest();
  const database = openDatabase();
  afterAll(async () => {
    await database.end();
  });

  const change = (user: TestUser, body: object) =>
    call("PATCH", `/users/${user.id}`, { token: adminToken, body });
  const withCookie = (method: string, path: string, cookie: string) =>
    call(method, path, { headers: { cookie, origin: new URL(dashboardUrl ?? "").origin } });
  it.each([
    ["suspended", { status: "suspended" }],
    ["archived", { status: "archived" }],
    ["given another role", { role: roles.viewer.id }],
  ])("ends at once when its user is %s", async (_what, body) => {
    const user = await createUser({ role: roles.creator.id });
    const cookie = await sessionOf(user);
    expect([
      (await me(user.token)).status,
      (await withCookie("GET", "/users/me", cookie)).status,
    ]).toEqual([200, 200]);
    await change(user, body);
    expect([
      (await me(user.token)).status,
      (await withCookie("GET", "/users/me", cookie)).status,
    ]).toEqual([401, 401]);
  });

  it("ends at once when its user is deleted", async () => {
    const user = await createUser({ role: roles.creator.id });
    await call("DELETE", `/users/${user.id}`, { token: adminToken });
    expect((await me(user.token)).status).toBe(401);
  });

  it("of another role gives way to a new sign-in", async () => {
    const user = await createUser({ role: roles.creator.id });
    const cookie = await sessionOf(user);
    await change(user, { role: roles.viewer.id });
    expect((await withCookie("GET", "/items/creator_profiles", cookie)).status).toBe(401);
    const again = await call("POST", "/auth/login", {
      from: user.address,
      headers: { cookie, origin: new URL(dashboardUrl ?? "").origin },
      body: { email: user.email, password: user.password, mode: "session" },
    });
    expect(again.status).toBe(200);
    expect((await me(await signIn(user))).data).toMatchObject({ role: roles.viewer.id });
  });

  it("ends when its user signs out", async () => {
    const user = await createUser({ role: roles.creator.id });
    const cookie = await sessionOf(user);
    const out = await call("POST", "/auth/logout", {
      headers: { cookie, origin: new URL(dashboardUrl ?? "").origin },
      body: { mode: "session" },
    });
    expect(out.status).toBe(204);
    expect((await withCookie("GET", "/users/me", cookie)).status).toBe(401);
  });

  it("ends everywhere else when the password changes", async () => {
    const user = await createUser({ role: roles.creator.id });
    const [here, elsewhere] = [await sessionOf(user), await sessionOf(user)];
    const changed = await call("POST", "/account/password", {
      headers: { cookie: here, origin: new URL(dashboardUrl ?? "").origin },
      body: { current: user.password, password: "quiet marble lantern seven" },
    });
    expect(changed.status).toBe(200);
    expect((await withCookie("GET", "/users/me", elsewhere)).status).toBe(401);
    expect((await withCookie("GET", "/users/me", here)).status).toBe(200);
  });

  it("is refused when it was altered, signed by somebody else or not signed", async () => {
    const user = await createUser({ role: roles.creator.id });
    const [head = "", body = "", signature = ""] = user.token.split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
    const admin = encode({ ...claims, admin_access: true, app_access: true });
    const signed = createHmac("sha256", "x".repeat(32))
      .update(`${head}.${admin}`)
      .digest("base64url");
    const forged = [
      `${head}.${admin}.${signature}`,
      `${head}.${admin}.${signed}`,
      `${encode({ alg: "none", typ: "JWT" })}.${admin}.`,
      `${head}.${body}.`,
      `${head}.${body}.${signature.slice(0, -4)}AAAA`,
    ];
    for (const token of forged) {
      expect([401, 403]).toContain((await me(token)).status);
    }
  });
});

const me = (token: string) => call("GET", "/users/me", { token });

const sessionOf = async ({ email, password, address }: TestUser) => {
  const answer = await call("POST", "/auth/login", {
    from: address,
    body: { email, password, mode: "session" },
  });
  expect(answer.text).not.toContain("access_token");
  const [cookie = ""] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  return cookie.split(";")[0] ?? "";
};

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
