import { createHmac } from "node:crypto";
import { roles } from "@genie/schema";
import {
  call,
  createUser,
  lettersTo,
  linkIn,
  openDatabase,
  signIn,
  stackUnderTest,
  type TestUser,
} from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";

const origin = new URL(stackUnderTest().dashboardUrl ?? "").origin;
const strong = "quiet marble lantern seven";

describe("a session or an access token", () => {
  const { adminToken } = stackUnderTest();
  const database = openDatabase();
  afterAll(async () => {
    await database.end();
  });

  const change = (user: TestUser, body: object) =>
    call("PATCH", `/users/${user.id}`, { token: adminToken, body });
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
      headers: { cookie, origin },
      body: { email: user.email, password: user.password, mode: "session" },
    });
    expect(again.status).toBe(200);
    expect((await me(await signIn(user))).data).toMatchObject({ role: roles.viewer.id });
  });

  it("that was ended from elsewhere keeps nobody from signing in, nor from a new password", async () => {
    const user = await createUser({ role: roles.creator.id });
    const { email, password, address: from } = user;
    const dead = await sessionOf(user);
    await database.query(`delete from directus_sessions where "user" = $1`, [user.id]);
    // The browser sends the dead cookie with each, since none of these was told to forget it.
    const send = (path: string, body: object) =>
      call("POST", path, { from, headers: { cookie: dead, origin }, body });
    const token = "x".repeat(43);
    const codes = await Promise.all(
      [
        send("/account/recover", { email, password, recovery_code: "AAAAA-AAAAA" }),
        send("/account/look", { token }),
        send("/account/confirm", { token }),
        send("/account/accept", { token, password: strong }),
        send("/account/reset", { token, password: strong }),
      ].map(async (answer) => (await answer).errors[0]?.extensions?.code),
    );
    expect(codes).toEqual(["INVALID_OTP", "LINK_OVER", "LINK_OVER", "LINK_OVER", "LINK_OVER"]);
    expect((await send("/auth/login", { email, password, mode: "session" })).status).toBe(200);

    expect((await send("/account/forgot", { email })).status).toBe(200);
    const [letter] = await lettersTo(email);
    const link = letter === undefined ? "" : linkIn(letter);
    expect((await send("/account/reset", { token: link, password: strong })).status).toBe(200);
    expect((await send("/auth/login", { email, password: strong })).status).toBe(200);
    // All else goes on to refuse it.
    expect((await withCookie("GET", "/users/me", dead)).status).toBe(401);
  });

  it("stays where the letter of a changed address is opened with it, and all others end", async () => {
    const user = await createUser({ role: roles.creator.id });
    const [here, elsewhere] = [await sessionOf(user), await sessionOf(user)];
    const email = `${crypto.randomUUID()}@example.com`;
    const send = (path: string, body: object) =>
      call("POST", path, { from: user.address, headers: { cookie: here, origin }, body });
    expect((await send("/account/email", { email, password: user.password })).status).toBe(200);
    const [letter] = await lettersTo(email);
    const token = letter === undefined ? "" : linkIn(letter);
    expect((await send("/account/confirm", { token })).status).toBe(200);
    expect((await withCookie("GET", "/users/me", here)).status).toBe(200);
    expect((await withCookie("GET", "/users/me", elsewhere)).status).toBe(401);
  });

  it("ends when its user signs out", async () => {
    const user = await createUser({ role: roles.creator.id });
    const cookie = await sessionOf(user);
    const out = await call("POST", "/auth/logout", {
      headers: { cookie, origin },
      body: { mode: "session" },
    });
    expect(out.status).toBe(204);
    expect((await withCookie("GET", "/users/me", cookie)).status).toBe(401);
  });

  it("ends everywhere else when the password changes", async () => {
    const user = await createUser({ role: roles.creator.id });
    const [here, elsewhere] = [await sessionOf(user), await sessionOf(user)];
    const changed = await call("POST", "/account/password", {
      headers: { cookie: here, origin },
      body: { current: user.password, password: strong },
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

const withCookie = (method: string, path: string, cookie: string) =>
  call(method, path, { headers: { cookie, origin } });

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
