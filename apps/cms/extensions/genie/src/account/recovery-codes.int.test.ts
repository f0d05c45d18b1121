import { roles } from "@genie/schema";
import {
  call,
  createUser,
  openDatabase,
  someAddress,
  stackUnderTest,
  type TestUser,
  tracesOf,
} from "@genie/testing";
import { Secret, TOTP } from "otpauth";
import { afterAll, describe, expect, it } from "vitest";
import { limits } from "../harden/limit-requests.ts";
import { wrongGuesses } from "./counted-guess.ts";
import { wrongLogIns } from "./counted-log-ins.ts";

const origin = new URL(stackUnderTest().dashboardUrl ?? "").origin;

type Row = { code_hash: string; used_at: Date | null };

describe("recovery codes", () => {
  const database = openDatabase();
  afterAll(() => database.end());

  const rowsOf = async ({ id }: TestUser) => {
    const { rows } = await database.query<Row>(
      "select code_hash, used_at from recovery_codes where user_id = $1",
      [id],
    );
    return rows;
  };
  const sessionsOf = async ({ id }: TestUser) => {
    const { rows } = await database.query(
      `select user_agent from directus_sessions where "user" = $1 and user_agent = 'Phone'`,
      [id],
    );
    return rows.length;
  };

  it("are ten, shown once and kept as hashes; the next ten take their place", async () => {
    const { user, codes } = await withCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(await left(user)).toBe(10);
    for (const text of [codes[0] ?? "", codes[9]?.replace("-", "") ?? ""]) {
      expect(await tracesOf(database, text)).toEqual([]);
    }
    const again = await make(user);
    expect((await rowsOf(user)).length).toBe(10);
    expect(again.filter((code) => codes.includes(code))).toEqual([]);
    expect((await recover(user, codes[0] ?? "")).status).toBe(401);
  });

  it("are made by a person herself with her password, while two-factor is on", async () => {
    const { user } = await withCodes();
    const wrong = await post(user, "/account/recovery-codes", { password: "not it" });
    expect([wrong.status, wrong.errors[0]?.extensions?.code]).toEqual([400, "WRONG_PASSWORD"]);
    const plain = await createUser({ role: roles.creator.id });
    const early = await post(plain, "/account/recovery-codes", { password: plain.password });
    expect([early.status, early.errors[0]?.message]).toEqual([
      409,
      expect.stringContaining("two-factor is off"),
    ]);
    const { adminToken, workerToken } = stackUnderTest();
    for (const token of [adminToken, workerToken, undefined]) {
      const body = { password: user.password };
      expect((await call("POST", "/account/recovery-codes", { token, body })).status).toBe(403);
      expect((await call("GET", "/account/recovery-codes", { token })).status).toBe(403);
    }
  });

  it("sign in once each, as they are typed, and she is told", async () => {
    const { user, codes } = await withCodes();
    const signedIn = await recover(user, ` ${codes[0]?.toLowerCase().replace("-", " ")}`);
    expect([signedIn.status, signedIn.text]).toEqual([200, '{"data":{}}']);
    const [cookie = ""] = signedIn.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const headers = { cookie: cookie.split(";")[0] ?? "", origin };
    expect((await call("GET", "/users/me", { headers })).data).toMatchObject({ id: user.id });
    expect(await left(user)).toBe(9);
    const { rows } = await database.query(
      "select subject, message from directus_notifications where recipient = $1",
      [user.id],
    );
    expect(rows).toEqual([
      {
        subject: "A recovery code was used",
        message: expect.stringContaining(`from ${user.address}. 9 of your codes are left`),
      },
    ]);
    const again = await recover(user, codes[0] ?? "");
    expect([again.status, again.errors[0]?.extensions?.code]).toEqual([401, "INVALID_OTP"]);
    expect(again.headers.getSetCookie()).toEqual([]);
  });

  it("let one of many in that come with the same code at once", async () => {
    const { user, codes } = await withCodes();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => recover(user, codes[3] ?? "")),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toHaveLength(1);
    expect([await sessionsOf(user), await left(user)]).toEqual([1, 9]);
  });

  it("are no use without the password, nor is it without them, and a guess uses nothing up", async () => {
    const { user, codes } = await withCodes();
    const guesses = [
      await recover({ ...user, password: "not it" }, codes[0] ?? ""),
      await recover({ ...user, password: "not it" }, "AAAAA-AAAAA"),
    ];
    expect(guesses.map(({ status, text }) => [status, text])).toEqual([
      [401, guesses[0]?.text],
      [401, guesses[0]?.text],
    ]);
    for (const code of ["AAAAA-AAAAA", "x", "000000", "%"]) {
      expect((await recover(user, code)).errors[0]?.extensions?.code).toBe("INVALID_OTP");
    }
    expect([await sessionsOf(user), await left(user)]).toEqual([0, 10]);
  });

  it("of one person open nobody else's account, nor one without two-factor", async () => {
    const [{ codes }, { user: other }] = await Promise.all([withCodes(), withCodes()]);
    const plain = await createUser({ role: roles.creator.id });
    for (const user of [other, plain]) {
      expect((await recover(user, codes[0] ?? "")).status).toBe(401);
      expect(await sessionsOf(user)).toBe(0);
    }
  });

  it("of somebody suspended open nothing", async () => {
    const { user, codes } = await withCodes();
    await call("PATCH", `/users/${user.id}`, {
      token: stackUnderTest().adminToken,
      body: { status: "suspended" },
    });
    expect((await recover(user, codes[0] ?? "")).status).toBe(401);
    expect((await rowsOf(user)).filter(({ used_at: used }) => used !== null)).toEqual([]);
  });

  it("are guessed as seldom as passwords, and a wrong one counts against the account", async () => {
    const from = "198.19.77.1";
    const attempts = await Promise.all(
      Array.from({ length: limits.signIn + 5 }, () =>
        call("POST", "/account/recover", { from, body: {} }),
      ),
    );
    expect(attempts.filter(({ status }) => status === 429)).toHaveLength(5);
    const { user, codes } = await withCodes();
    const guess = (code: string) => recover({ ...user, address: someAddress() }, code);
    const guesses = Array.from({ length: wrongLogIns.codes.points + 3 }, () => guess("wrong"));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(wrongLogIns.codes.points);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    const refused = await guess(codes[0] ?? "");
    expect([refused.status, refused.errors[0]?.message]).toEqual([
      429,
      expect.stringMatching(
        /too many wrong passwords or codes\. Nothing was changed; try again in/,
      ),
    ]);
    // Neither the account nor her code is the worse for it.
    const { rows } = await database.query("select status from directus_users where id = $1", [
      user.id,
    ]);
    expect([rows, await left(user)]).toEqual([[{ status: "active" }], 10]);
  });

  it("turn two-factor off with the password, and end with it", async () => {
    const { user, codes } = await withCodes();
    const off = (password: string, code: string) =>
      post(user, "/account/own-two-factor-off", { password, recovery_code: code });
    expect((await off("not it", codes[0] ?? "")).errors[0]?.extensions?.code).toBe(
      "WRONG_PASSWORD",
    );
    expect((await off(user.password, "AAAAA-AAAAA")).errors[0]?.extensions?.code).toBe(
      "INVALID_OTP",
    );
    expect((await off(user.password, codes[0] ?? "")).status).toBe(200);
    const { rows } = await database.query("select tfa_secret from directus_users where id = $1", [
      user.id,
    ]);
    expect(rows).toEqual([{ tfa_secret: null }]);
    await expect.poll(() => rowsOf(user)).toEqual([]);
    expect((await recover(user, codes[1] ?? "")).status).toBe(401);
  });

  it("end as well when two-factor is turned off with the app", async () => {
    const { user, totp } = await withCodes();
    await expect
      .poll(async () => {
        const body = { otp: totp.generate() };
        return (await post(user, "/users/me/tfa/disable", body)).status;
      })
      .toBe(204);
    await expect.poll(() => rowsOf(user)).toEqual([]);
  });
});

describe("one-time codes of a log-in", () => {
  it("are counted by account for who knows the password, from wherever they come", async () => {
    const { user, totp } = await withCodes();
    const { email, password } = user;
    const logIn = (body: object) =>
      call("POST", "/auth/login", { from: someAddress(), body: { email, ...body } });
    // Without the password nobody uses the guesses up, and neither does who is asked for a code.
    const harmless = Array.from({ length: wrongLogIns.codes.points + 1 }, (_none, at) =>
      logIn(at % 2 === 0 ? { password: "not it", otp: "000000" } : { password }),
    );
    expect((await Promise.all(harmless)).filter(({ status }) => status !== 401)).toEqual([]);
    const guesses = Array.from({ length: wrongLogIns.codes.points + 3 }, () =>
      logIn({ password, otp: wrongFor(totp) }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(wrongLogIns.codes.points);
    expect((await logIn({ password, otp: totp.generate() })).status).toBe(429);
    expect((await logIn({ password })).errors[0]?.extensions?.code).toBe("INVALID_OTP");
  });
});

describe("one-time codes of a session", () => {
  it("are counted by account when two-factor is turned off, from wherever they come", async () => {
    const { user, totp } = await withCodes();
    const turnOff = (otp: string) =>
      call("POST", "/users/me/tfa/disable", {
        token: user.token,
        from: someAddress(),
        body: { otp },
      });
    const guesses = Array.from({ length: wrongGuesses.points + 3 }, () => turnOff(wrongFor(totp)));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 400)).toHaveLength(wrongGuesses.points);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
    const refused = await turnOff(totp.generate());
    expect([refused.status, refused.errors[0]?.message]).toEqual([
      429,
      expect.stringMatching(/code of this account was wrong too often/),
    ]);
  });
});

/** Six digits that are the code of no moment near this one. */
function wrongFor(totp: TOTP): string {
  const near = [-2, -1, 0, 1, 2].map((steps) =>
    totp.generate({ timestamp: Date.now() + steps * 30_000 }),
  );
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find(
    (code) => !near.includes(code),
  ) as string;
}

/** A person with two-factor and its codes. */
async function withCodes() {
  const user = await createUser({ role: roles.creator.id });
  const made = await post(user, "/users/me/tfa/generate", { password: user.password });
  const { secret } = made.data as { secret: string };
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await expect
    .poll(async () => {
      const body = { secret, otp: totp.generate(), password: user.password };
      return (await post(user, "/users/me/tfa/enable", body)).status;
    })
    .toBe(204);
  return { user, totp, codes: await make(user) };
}

const post = ({ token, address: from }: TestUser, path: string, body: object) =>
  call("POST", path, { token, from, body });

const make = async (user: TestUser) => {
  const { data } = await post(user, "/account/recovery-codes", { password: user.password });
  return (data as { codes: string[] }).codes;
};

const left = async ({ token, address: from }: TestUser) => {
  const { data } = await call("GET", "/account/recovery-codes", { token, from });
  return (data as { left: number }).left;
};

const recover = ({ email, password, address: from }: TestUser, code: string) =>
  call("POST", "/account/recover", {
    from,
    headers: { origin, "user-agent": "Phone" },
    body: { email, password, recovery_code: code },
  });
