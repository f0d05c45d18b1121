import { randomBytes, randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import {
  type Answer,
  call,
  createUser,
  lettersTo,
  linkIn,
  openDatabase,
  stackUnderTest,
  type TestUser,
  tracesOf,
} from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";

type Listed = { id: string; is_current: boolean; user_agent: string; ip: string };

const origin = new URL(stackUnderTest().dashboardUrl ?? "").origin;

const strong = "quiet marble lantern seven";

type Ending = (user: TestUser, here: string) => Promise<Answer>;

/** How a person ends what she has open elsewhere, and how much of hers is left. */
const endings: [string, number, Ending][] = [
  ["from elsewhere", 1, (_user, here) => post(here, "/account/sessions/end-others", {})],
  [
    "by a new password",
    1,
    (user, here) =>
      postFrom(user, here, "/account/password", { current: user.password, password: strong }),
  ],
  [
    "by a letter for a new password",
    0,
    async (user, here) => {
      await postFrom(user, here, "/account/forgot", { email: user.email });
      return byLetter(user, user.email, "/account/reset", { password: strong });
    },
  ],
  [
    "by another address",
    0,
    async (user, here) => {
      const email = `${randomUUID()}@example.com`;
      await postFrom(user, here, "/account/email", { email, password: user.password });
      return byLetter(user, email, "/account/confirm", {});
    },
  ],
];

describe("where a person is signed in", () => {
  const database = openDatabase();
  afterAll(() => database.end());

  /** A person with no session but those that a test opens. */
  const person = async () => {
    const user = await createUser({ role: roles.creator.id });
    await database.query(`delete from directus_sessions where "user" = $1`, [user.id]);
    return user;
  };
  const rowsOf = async ({ id }: TestUser) => {
    const { rows } = await database.query<{ token: string; next_token: string | null }>(
      `select token, next_token from directus_sessions where "user" = $1`,
      [id],
    );
    return rows;
  };

  it("is listed by device, this one first, and says nothing that opens a session", async () => {
    const user = await person();
    await openSession(user, "Phone");
    const here = await openSession(user, "Laptop");
    const answer = await listed(here);
    expect(answer.devices).toMatchObject([
      { is_current: true, user_agent: "Laptop", ip: user.address },
      { is_current: false, user_agent: "Phone", ip: user.address },
    ]);
    for (const { token } of await rowsOf(user)) expect(answer.text).not.toContain(token);
    const renewed = Date.parse((answer.devices[0] as { renewed_at?: string }).renewed_at ?? "");
    expect(Math.abs(Date.now() - renewed)).toBeLessThan(10 * 60_000);
  });

  it("is one place however often a session is renewed, by whichever cookie it is asked", async () => {
    const user = await person();
    const first = await openSession(user, "Laptop");
    const second = await renewed(first);
    const third = await renewed(second);
    // At once: a cookie that was renewed is honoured for ten seconds.
    const [rows, ...lists] = await Promise.all([
      rowsOf(user),
      ...[first, second, third].map((cookie) => listed(cookie)),
    ]);
    expect(rows).toHaveLength(3);
    for (const { devices } of lists) expect(devices).toMatchObject([{ is_current: true }]);
  });

  it("has neither shares, nor what has run out, nor other people's", async () => {
    const [user, other] = await Promise.all([person(), person()]);
    const [here] = await Promise.all([openSession(user, "Laptop"), openSession(other, "Phone")]);
    const share = crypto.randomUUID();
    await database.query(
      "insert into directus_shares (id, name, collection, item) values ($1, 'x', 'creator_profiles', 'x')",
      [share],
    );
    await insertSession(user, { share });
    await insertSession(user, { expires: new Date(Date.now() - 1000) });
    expect((await listed(here)).devices).toMatchObject([{ user_agent: "Laptop" }]);
    await database.query("delete from directus_shares where id = $1", [share]);
  });

  it("is counted rightly while devices are renewed all the time", async () => {
    const user = await person();
    const here = await openSession(user, "Laptop");
    let there = await openSession(user, "Phone");
    const counts = async () => {
      for (let n = 0; n < 15; n += 1) expect((await listed(here)).devices).toHaveLength(2);
    };
    const renewals = async () => {
      for (let n = 0; n < 15; n += 1) there = await renewed(there);
    };
    await Promise.all([counts(), renewals()]);
  });

  it("ends there at once, the cookies before the last renewal too", async () => {
    const user = await person();
    const here = await openSession(user, "Laptop");
    const before = await openSession(user, "Phone");
    const after = await renewed(before);
    const phone = (await listed(here)).devices.find((device) => !device.is_current);
    expect((await end(here, phone?.id ?? "")).status).toBe(200);
    expect([await status(here), await status(before), await status(after)]).toEqual([
      200, 401, 401,
    ]);
    expect((await post(before, "/auth/refresh", { mode: "session" })).status).not.toBe(200);
    expect((await listed(here)).devices).toHaveLength(1);
    expect((await end(here, phone?.id ?? "")).status).toBe(404);
  });

  it("ends everywhere else at once, for programs that signed in with the password as well", async () => {
    const user = await person();
    const here = await openSession(user, "Laptop");
    const there = await openSession(user, "Phone");
    const before = await signInPlainly(user);
    expect((await call("GET", "/users/me", { token: before.access_token })).status).toBe(200);
    expect((await post(here, "/account/sessions/end-others", {})).status).toBe(200);
    expect([await status(here), await status(there)]).toEqual([200, 401]);
    expect((await call("GET", "/users/me", { token: before.access_token })).status).toBe(401);
    const refresh = { refresh_token: before.refresh_token, mode: "json" };
    expect((await call("POST", "/auth/refresh", { body: refresh })).status).toBe(401);
    const again = await signInPlainly(user);
    expect((await call("GET", "/users/me", { token: again.access_token })).status).toBe(200);
  });

  it.each(endings)(
    "ends %s although it is being renewed at that moment",
    async (_how, left, end) => {
      const user = await person();
      const here = await openSession(user, "Laptop");
      await openSession(user, "Phone");
      const next = randomBytes(32).toString("hex");
      // As far as Directus is between its two steps: the new token is noted, its row is not there.
      await database.query(
        `update directus_sessions set next_token = $2 where "user" = $1 and user_agent = 'Phone'`,
        [user.id, next],
      );
      expect((await end(user, here)).status).toBe(200);
      await expect(
        database.query(
          `insert into directus_sessions (token, "user", expires) values ($1, $2, now() + interval '7 days')`,
          [next, user.id],
        ),
      ).rejects.toThrow(/duplicate key/);
      expect(await rowsOf(user)).toHaveLength(left);
    },
  );

  it("is nobody else's to end", async () => {
    const [user, other] = await Promise.all([person(), person()]);
    const [hers, theirs] = await Promise.all([openSession(user, "A"), openSession(other, "B")]);
    const [device] = (await listed(theirs)).devices;
    expect((await end(hers, device?.id ?? "")).status).toBe(404);
    expect(await status(theirs)).toBe(200);
    expect((await end(hers, "not an id")).status).toBe(400);
  });

  it("is told to nobody but herself: no program, no service, no stranger", async () => {
    const { adminToken, workerToken } = stackUnderTest();
    const user = await person();
    const made = await post(await openSession(user, "Laptop"), "/tokens", {
      name: "a program",
      scopes: ["write"],
      expires_in_days: 1,
      asks_first: false,
    });
    const { token: program } = made.data as { token: string };
    for (const token of [program, workerToken, adminToken, undefined]) {
      expect((await call("GET", "/account/sessions", { token })).status).toBe(403);
      const others = await call("POST", "/account/sessions/end-others", { token, body: {} });
      expect(others.status).toBe(403);
    }
  });

  it("leaves no session token in any log", async () => {
    const user = await person();
    const here = await openSession(user, "Laptop");
    const there = await renewed(await openSession(user, "Phone"));
    await post(here, "/account/sessions/end-others", {});
    for (const cookie of [here, there]) {
      expect(await tracesOf(database, cookie.split("=")[1] ?? "")).toEqual([]);
    }
  });

  async function insertSession(user: TestUser, more: { share?: string; expires?: Date }) {
    await database.query(
      `insert into directus_sessions (token, "user", expires, share) values ($1, $2, $3, $4)`,
      [
        randomBytes(32).toString("hex"),
        user.id,
        more.expires ?? new Date(Date.now() + 60_000),
        more.share ?? null,
      ],
    );
  }
});

const withCookie = (cookie: string) => ({ headers: { cookie, origin } });

const status = async (cookie: string) =>
  (await call("GET", "/users/me", withCookie(cookie))).status;

const post = (cookie: string, path: string, body: object) =>
  call("POST", path, { ...withCookie(cookie), body });

const end = (cookie: string, id: string) => post(cookie, "/account/sessions/end", { id });

const listed = async (cookie: string) => {
  const answer = await call("GET", "/account/sessions", withCookie(cookie));
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return { text: answer.text, devices: answer.data as Listed[] };
};

const cookieOf = ({ headers }: Answer) => headers.getSetCookie()[0]?.split(";")[0] ?? "";

const openSession = async ({ email, password, address: from }: TestUser, userAgent: string) => {
  const body = { email, password, mode: "session" };
  const headers = { "user-agent": userAgent };
  return cookieOf(await call("POST", "/auth/login", { from, headers, body }));
};

const renewed = async (cookie: string) => {
  const answer = await post(cookie, "/auth/refresh", { mode: "session" });
  expect(answer.status).toBe(200);
  return cookieOf(answer);
};

const signInPlainly = async ({ email, password, address: from }: TestUser) => {
  const answer = await call("POST", "/auth/login", { from, body: { email, password } });
  return answer.data as { access_token: string; refresh_token: string };
};

const postFrom = ({ address: from }: TestUser, cookie: string, path: string, body: object) =>
  call("POST", path, { ...withCookie(cookie), from, body });

async function byLetter({ address: from }: TestUser, to: string, path: string, more: object) {
  const [letter] = await lettersTo(to);
  const token = letter === undefined ? "" : linkIn(letter);
  return call("POST", path, { from, body: { token, ...more } });
}
