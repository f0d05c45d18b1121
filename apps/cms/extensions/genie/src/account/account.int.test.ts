import { roles } from "@genie/schema";
import {
  type Answer,
  call,
  createUser,
  lettersTo,
  linkIn,
  openDatabase,
  signIn,
  someAddress,
  type TestUser,
} from "@genie/testing";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wrongGuesses } from "./counted-guess.ts";
import { wrongLogIns } from "./counted-log-ins.ts";

describe("POST /account/password", () => {
  let user: TestUser;
  const change = (body: object, token = user.token) =>
    call("POST", "/account/password", { token, body, from: user.address });

  beforeAll(async () => {
    user = await createUser({ role: roles.creator.id });
  });

  it("is the only way for a person to set her password", async () => {
    const direct = await call("PATCH", "/users/me", {
      token: user.token,
      body: { password: "quiet marble lantern seven" },
    });
    expect(direct.status).toBe(403);
    await signIn(user);
  });

  it.each([
    [
      { current: "not it", password: "quiet marble lantern seven" },
      "The current password is not right",
    ],
    [{ password: "quiet marble lantern seven" }, "Send the current password"],
    [{ current: "", password: "quiet marble lantern seven", id: "x" }, "Send the current password"],
  ])("%j is refused with a sentence", async (body, sentence) => {
    const { status, errors } = await change(body);
    expect(status).toBe(400);
    expect(errors[0]?.message).toContain(sentence);
    await signIn(user);
  });

  it("refuses a password that is too short, and changes nothing", async () => {
    expect((await change({ current: user.password, password: "short" })).status).toBe(400);
    await signIn(user);
  });

  it("refuses programs, services and strangers", async () => {
    const made = await call("POST", "/tokens", {
      token: user.token,
      body: { name: "a program", scopes: ["write"], expires_in_days: 1, asks_first: false },
    });
    const { token } = made.data as { token: string };
    const body = { current: user.password, password: "quiet marble lantern seven" };
    expect((await change(body, token)).status).toBe(403);
    expect((await call("POST", "/account/password", { body })).status).toBe(403);
    await signIn(user);
  });

  it("changes it for somebody who knows the current one", async () => {
    const body = { current: user.password, password: "quiet marble lantern seven" };
    expect((await change(body)).status).toBe(200);
    await signIn({ ...user, password: "quiet marble lantern seven" });
    await expect(signIn(user)).rejects.toThrow("refused");
  });
});

describe("wrong passwords of a session", () => {
  it("are counted by account, from wherever they come, and right ones are not", async () => {
    const user = await createUser({ role: roles.creator.id });
    const guess = (path: string, body: object) =>
      call("POST", path, { token: user.token, from: someAddress(), body });
    const ways: ((password: string) => Promise<Answer>)[] = [
      (current) => guess("/account/password", { current, password: "quiet marble lantern seven" }),
      (password) => guess("/account/email", { email: "x@example.com", password }),
      (password) => guess("/account/recovery-codes", { password }),
      (password) => guess("/users/me/tfa/generate", { password }),
      (password) => guess("/users/me/tfa/enable", { password, secret: "x", otp: "000000" }),
      (current) => guess("/your-data/exports", { current }),
      (current) => guess("/your-data/deletion", { current, phrase: "delete everything" }),
    ];
    const right = () => guess("/users/me/tfa/generate", { password: user.password });
    for (let times = 0; times <= wrongGuesses.points; times += 1) {
      expect((await right()).status).toBe(200);
    }
    const guesses = Array.from({ length: wrongGuesses.points + ways.length }, async (_none, at) =>
      ways[at % ways.length]?.(`not it ${at}`),
    );
    const codes = (await Promise.all(guesses)).map(
      (answer) => answer?.errors[0]?.extensions?.code ?? "",
    );
    expect(codes.toSorted()).toEqual([
      ...ways.map(() => "REQUESTS_EXCEEDED"),
      ...Array.from({ length: wrongGuesses.points }, () => "WRONG_PASSWORD"),
    ]);
    const refused = await right();
    expect([refused.status, refused.errors[0]?.message]).toEqual([
      429,
      expect.stringMatching(/wrong too often\. Nothing was changed; try again in \d+ minutes?\./),
    ]);
    // Others are not touched by it, and neither is logging in.
    await signIn(user);
  });
});

describe("wrong passwords at the log-in", () => {
  const database = openDatabase();
  afterAll(() => database.end());

  const { here, everywhere } = wrongLogIns;

  it("are counted by account and address, alike for addresses that nobody has", async () => {
    const user = await person();
    const from = someAddress();
    const expected = [...Array.from({ length: here.points }, () => 401), 429, 429];
    const unknown = `${crypto.randomUUID()}@example.com`;
    const refusals = [];
    for (const email of [user.email, unknown]) {
      expect(await wrongOnes(email, from, here.points + 2)).toEqual(expected);
      refusals.push(await logIn(email.toUpperCase(), user.password, from));
    }
    for (const { status, headers, errors } of refusals) {
      expect([status, errors[0]?.message]).toEqual([
        429,
        expect.stringMatching(/try again in 1[45] minutes/),
      ]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(13 * 60);
    }
    // From elsewhere she gets in, and nobody touched her account.
    await signIn(user);
    const { rows } = await database.query("select status from directus_users where id = $1", [
      user.id,
    ]);
    expect(rows).toEqual([{ status: "active" }]);
  });

  it("are counted without those that were right", async () => {
    const user = await person();
    for (let times = 0; times < here.points; times += 1) await signIn(user);
    expect(await wrongOnes(user.email, user.address, here.points - 1)).not.toContain(429);
    await signIn(user);
    await signIn(user);
  });

  it("of many addresses keep out others that nobody knows, and not her", async () => {
    const user = await person();
    for (let sent = 0; sent < everywhere.points; sent += here.points) {
      expect(await wrongOnes(user.email, someAddress(), here.points)).not.toContain(429);
    }
    expect((await logIn(user.email, user.password, someAddress())).status).toBe(429);
    await signIn(user);
  });

  it("do not count any more for who has set a new one by a letter", async () => {
    const user = await person();
    const [from, password] = [someAddress(), "quiet marble lantern seven"];
    await wrongOnes(user.email, from, here.points);
    expect((await logIn(user.email, user.password, from)).status).toBe(429);
    await call("POST", "/account/forgot", { from, body: { email: user.email } });
    const [letter] = await lettersTo(user.email);
    const token = letter === undefined ? "" : linkIn(letter);
    const reset = await call("POST", "/account/reset", { from, body: { token, password } });
    expect(reset.status).toBe(200);
    expect((await logIn(user.email, password, from)).status).toBe(200);
  });
});

describe("two-factor", () => {
  it("is turned on by nobody who has the session alone", async () => {
    const user = await createUser({ role: roles.creator.id });
    const secret = "JBSWY3DPEHPK3PXP";
    const turnOn = (more: object) => {
      const otp = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
      const body = { secret, otp, ...more };
      return call("POST", "/users/me/tfa/enable", { token: user.token, from: user.address, body });
    };
    const without = await turnOn({});
    expect([without.status, without.errors[0]?.message]).toEqual([
      403,
      expect.stringContaining("turn it on in the dashboard"),
    ]);
    const wrong = await turnOn({ password: "not it" });
    expect([wrong.status, wrong.errors[0]?.extensions?.code]).toEqual([400, "WRONG_PASSWORD"]);
    await signIn(user);
  });
});

describe("POST /account/two-factor-off", () => {
  it("is for administrators alone", async () => {
    const user = await createUser({ role: roles.creator.id });
    const body = { user: user.id };
    for (const token of [user.token, undefined]) {
      expect((await call("POST", "/account/two-factor-off", { token, body })).status).toBe(403);
    }
  });
});

const person = () => createUser({ role: roles.creator.id });

const logIn = (email: string, password: string, from: string) =>
  call("POST", "/auth/login", { from, body: { email, password } });

const wrongOnes = async (email: string, from: string, times: number) => {
  const tries = Array.from({ length: times }, (_none, at) => logIn(email, `not it ${at}`, from));
  return (await Promise.all(tries)).map(({ status }) => status).toSorted((a, b) => a - b);
};
