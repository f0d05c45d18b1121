import { createHmac } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const origin = new URL(stackUnderTest().dashboardUrl ?? "").origin;

/** Whatever a token is for, it opens that and nothing else. */
describe("a token that was made for something else", () => {
  const { secret, workerToken, inboundWebhookSecret, browserToken, sessionCookie } =
    stackUnderTest();
  let user: TestUser;
  let claims: Record<string, unknown>;

  beforeAll(async () => {
    user = await createUser({ role: roles.creator.id });
    claims = JSON.parse(Buffer.from(user.token.split(".")[1] ?? "", "base64url").toString());
  });

  const now = Math.floor(Date.now() / 1000);
  const tokens: [string, () => Promise<string> | string][] = [
    ["an access token that has run out", () => sign({ ...claims, iat: now - 1000, exp: now - 1 })],
    ["one that another server signed", () => sign(claims, "x".repeat(32))],
    ["one of another issuer", () => sign({ ...claims, iss: "somebody" })],
    ["one of a session that is not there", () => sign({ ...claims, session: "x".repeat(64) })],
    ["one of a user that is not there", () => sign({ ...claims, id: crypto.randomUUID() })],
    ["one that is not signed", () => unsigned(claims)],
    ["a link to set a new password", () => sign(forMail("password-reset"))],
    ["an invitation", () => sign(forMail("invite"))],
    ["a link that proves an address", () => sign(forMail("pending-registration"))],
    [
      "a share",
      () =>
        sign({
          iss: "directus",
          share: crypto.randomUUID(),
          role: null,
          ...noAccess(),
          exp: now + 60,
        }),
    ],
    ["a refresh token", async () => (await signInPlainly(user)).refresh_token],
    ["a code that pairs a browser", async () => (await pairing(user)).code],
    ["the token of a paired browser", async () => (await pairing(user, true)).token],
    ["the secret of a flow", () => inboundWebhookSecret],
    ["the token of the browser service", () => browserToken],
    ["an API token that was made up", () => `ght_${"A".repeat(43)}`],
  ];

  it.each(tokens)("does not open an account: %s", async (_what, make) => {
    const token = await make();
    for (const headers of [
      { authorization: `Bearer ${token}` },
      { cookie: `${sessionCookie}=${token}`, origin },
    ]) {
      for (const path of ["/users/me", "/account/sessions", "/items/creator_profiles"]) {
        const answer = await call("GET", path, { headers, from: user.address });
        expect([path, [401, 403], answer.data ?? null]).toEqual([
          path,
          expect.arrayContaining([answer.status]),
          null,
        ]);
      }
      const write = await call("PATCH", "/users/me", {
        headers,
        from: user.address,
        body: { first_name: "Mallory" },
      });
      expect([401, 403]).toContain(write.status);
    }
  });

  it("is no refresh token either", async () => {
    const refused = [user.token, workerToken, (await pairing(user, true)).token];
    for (const token of refused) {
      const body = { refresh_token: token, mode: "json" };
      expect((await call("POST", "/auth/refresh", { body })).status).toBe(401);
    }
  });

  const sign = (body: object, key = secret) => {
    const head = encode({ alg: "HS256", typ: "JWT" });
    const text = `${head}.${encode(body)}`;
    return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
  };
  const forMail = (scope: string) => ({
    iss: "directus",
    email: user.email,
    role: roles.creator.id,
    scope,
    exp: now + 60,
  });
});

describe("what was ended is refused from the next request on", () => {
  const { adminToken } = stackUnderTest();
  const database = openDatabase();
  const took: number[] = [];
  afterAll(async () => {
    process.stdout.write(
      `Ended log-ins: ${took.length}, the slowest after ${Math.ceil(Math.max(...took))} ms\n`,
    );
    await database.end();
  });

  const ways: [string, (user: TestUser) => Promise<Ending>][] = [
    [
      "a session that logs out",
      async (user) => {
        const headers = await sessionOf(user);
        return ending(headers, () =>
          call("POST", "/auth/logout", { headers, body: { mode: "session" } }),
        );
      },
    ],
    [
      "a session that is logged out from elsewhere",
      async (user) => {
        const [headers, other] = [await sessionOf(user), await sessionOf(user)];
        return ending(headers, () =>
          call("POST", "/account/sessions/end-others", { headers: other, body: {} }),
        );
      },
    ],
    [
      "an access token, by logging out everywhere else",
      async (user) => {
        const other = await sessionOf(user);
        return ending(bearer(user.token), () =>
          call("POST", "/account/sessions/end-others", { headers: other, body: {} }),
        );
      },
    ],
    [
      "a session, by a new password",
      async (user) => {
        const [headers, other] = [await sessionOf(user), await sessionOf(user)];
        return ending(headers, () => changePassword(user, other));
      },
    ],
    [
      "an access token, by a new password",
      async (user) => {
        const other = await sessionOf(user);
        return ending(bearer(user.token), () => changePassword(user, other));
      },
    ],
    [
      "a session of somebody suspended",
      async (user) => ending(await sessionOf(user), () => change(user, { status: "suspended" })),
    ],
    [
      "an access token of somebody suspended",
      async (user) => ending(bearer(user.token), () => change(user, { status: "suspended" })),
    ],
    [
      "an access token of somebody in another role",
      async (user) => ending(bearer(user.token), () => change(user, { role: roles.viewer.id })),
    ],
    [
      "a session whose time is over",
      async (user) =>
        ending(await sessionOf(user), () =>
          database.query(`update directus_sessions set expires = now() where "user" = $1`, [
            user.id,
          ]),
        ),
    ],
    [
      "an API token that is revoked",
      async (user) => {
        const { id, token } = await apiToken(user);
        return ending(bearer(token), () =>
          call("DELETE", `/items/api_tokens/${id}`, { token: user.token }),
        );
      },
    ],
    [
      "an API token whose time is over",
      async (user) => {
        const { id, token } = await apiToken(user);
        return ending(bearer(token), () =>
          database.query("update api_tokens set expires_at = now() where id = $1", [id]),
        );
      },
    ],
    [
      "an API token of somebody suspended",
      async (user) => {
        const { token } = await apiToken(user);
        return ending(bearer(token), () => change(user, { status: "suspended" }));
      },
    ],
  ];

  it.each(ways)("%s", async (_what, way) => {
    const user = await createUser({ role: roles.creator.id });
    const { headers, end } = await way(user);
    const asked = () => call("GET", "/items/creator_profiles", { headers, from: user.address });
    expect((await asked()).status).toBe(200);
    await end();
    const began = performance.now();
    expect((await asked()).status).toBe(401);
    took.push(performance.now() - began);
  });

  const change = (user: TestUser, body: object) =>
    call("PATCH", `/users/${user.id}`, { token: adminToken, body });
});

type Headers = Record<string, string>;
type Ending = { headers: Headers; end: () => Promise<unknown> };

const ending = (headers: Headers, end: Ending["end"]): Ending => ({ headers, end });

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const unsigned = (body: object) => `${encode({ alg: "none", typ: "JWT" })}.${encode(body)}.`;

const noAccess = () => ({ app_access: false, admin_access: false });

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

const changePassword = ({ password: current }: TestUser, headers: Headers) =>
  call("POST", "/account/password", {
    headers,
    body: { current, password: "quiet marble lantern seven" },
  });

const sessionOf = async ({ email, password, address: from }: TestUser) => {
  const body = { email, password, mode: "session" };
  const answer = await call("POST", "/auth/login", { from, body });
  return { cookie: answer.headers.getSetCookie()[0]?.split(";")[0] ?? "", origin };
};

const signInPlainly = async ({ email, password, address: from }: TestUser) => {
  const answer = await call("POST", "/auth/login", { from, body: { email, password } });
  return answer.data as { access_token: string; refresh_token: string };
};

const apiToken = async ({ token, address: from }: TestUser) => {
  const body = { name: "a program", scopes: ["read"], expires_in_days: 1 };
  const { data } = await call("POST", "/tokens", { token, from, body });
  return data as { id: string; token: string };
};

const pairing = async ({ token, address: from }: TestUser, isRedeemed = false) => {
  const made = await call("POST", "/pairings", { token, from, body: {} });
  const { code } = made.data as { code: string };
  if (!isRedeemed) return { code, token: "" };
  const body = { code, browser: "A browser" };
  const redeemed = await call("POST", "/pairings/redeem", { from, body });
  return { code, token: (redeemed.data as { token: string }).token };
};
