import { roles } from "@genie/schema";
import {
  call,
  createUser,
  lettersTo,
  linkIn,
  openDatabase,
  signIn,
  someAddress,
  stackUnderTest,
  type TestUser,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lettersPerHour } from "../mail/send-letter.ts";

const strong = "quiet marble lantern seven";
const other = "velvet orbit tractor sleeve";

const asStranger = (path: string, body: object) =>
  call("POST", `/account/${path}`, { body, from: someAddress() });
const logIn = (email: string, password: string) =>
  call("POST", "/auth/login", { body: { email, password }, from: someAddress() });
const linkTo = async (email: string, count = 1) => {
  const [letter] = await lettersTo(email, count);
  if (letter === undefined) throw new Error("No letter came.");
  return linkIn(letter);
};
const forgotten = async (user: TestUser, count = 1) => {
  expect((await asStranger("forgot", { email: user.email })).status).toBe(200);
  return linkTo(user.email, count);
};
const resetBy = (token: string) => asStranger("reset", { token, password: strong });
const person = () => createUser({ role: roles.creator.id });
const newAddress = () => `${crypto.randomUUID()}@example.com`;
const codes = ({ errors }: { errors: { extensions?: { code?: string } }[] }) =>
  errors.map(({ extensions }) => extensions?.code);

describe("accounts by letter", () => {
  const { adminToken } = stackUnderTest();
  const database = openDatabase();
  const from = someAddress();
  let alice: TestUser;
  let administrator: TestUser;

  const register = (email: string, password = strong) =>
    call("POST", "/account/register", { token: adminToken, body: { email, password } });
  beforeAll(async () => {
    const { data } = await call("GET", "/roles?filter[name][_eq]=Administrator&fields=id", {
      token: adminToken,
    });
    const [role] = data as { id: string }[];
    alice = await person();
    administrator = await createUser({ role: role?.id ?? "" });
  });
  afterAll(async () => {
    await database.query("delete from directus_users where id = any($1)", [
      [alice.id, administrator.id],
    ]);
    await database.end();
  });

  it("open once their address is confirmed, with one persona", async () => {
    const email = newAddress();
    expect((await register(email)).data).toEqual({ state: "confirm" });
    const token = await linkTo(email);
    expect(codes(await logIn(email, strong))).toEqual(["EMAIL_UNCONFIRMED"]);
    expect(codes(await logIn(email, other))).toEqual(["INVALID_CREDENTIALS"]);
    expect(await personasOf(email)).toBe(0);

    expect((await asStranger("look", { token })).data).toEqual({ purpose: "registration", email });
    expect(codes(await asStranger("confirm", { token }))).toEqual(["WRONG_PASSWORD"]);
    expect(codes(await asStranger("confirm", { token, password: other }))).toEqual([
      "WRONG_PASSWORD",
    ]);
    expect(codes(await logIn(email, strong))).toEqual(["EMAIL_UNCONFIRMED"]);
    const opened = await asStranger("confirm", { token, password: strong });
    expect(opened.data).toMatchObject({ email });
    expect((await logIn(email, strong)).status).toBe(200);
    await expect.poll(() => personasOf(email)).toBe(1);
    expect(codes(await asStranger("confirm", { token, password: strong }))).toEqual(["LINK_OVER"]);
  });

  it("open with the password that was chosen together with the link", async () => {
    const email = newAddress();
    await register(email, strong);
    const hers = await linkTo(email);
    await register(email, other);
    await lettersTo(email, 2);
    await asStranger("confirm", { token: hers, password: strong });
    expect([(await logIn(email, strong)).status, (await logIn(email, other)).status]).toEqual([
      200, 401,
    ]);
  });

  it("are not told by an answer: known and unknown addresses get the same", async () => {
    const known = await person();
    const answers = [known.email, newAddress()].map(async (email) => [
      await register(email),
      await asStranger("forgot", { email }),
    ]);
    const [ofKnown, ofUnknown] = await Promise.all(answers);
    expect(ofKnown?.map(({ status, text }) => [status, text])).toEqual(
      ofUnknown?.map(({ status, text }) => [status, text]),
    );
    const subjects = (await lettersTo(known.email, 2)).map(({ subject }) => subject).toSorted();
    expect(subjects).toEqual(["Choose a new password", "You have an account already"]);
    await signIn(known);
  });

  it("get a new password by a link that is good once, and every session ends", async () => {
    const user = await person();
    const session = await logIn(user.email, user.password);
    const { refresh_token: refreshToken } = session.data as { refresh_token: string };
    const [first, second] = [await forgotten(user), await forgotten(user, 2)];

    const weak = await asStranger("reset", { token: first, password: "password123" });
    expect([codes(weak), weak.errors[0]?.message]).toEqual([
      ["WEAK_PASSWORD"],
      expect.stringContaining("tried first"),
    ]);
    expect((await asStranger("reset", { token: first, password: strong })).status).toBe(200);
    await signIn({ ...user, password: strong });
    await expect(signIn(user)).rejects.toThrow("refused");
    const refresh = { refresh_token: refreshToken, mode: "json" };
    expect((await call("POST", "/auth/refresh", { body: refresh })).status).toBe(401);
    for (const token of [first, second]) {
      expect(codes(await asStranger("reset", { token, password: other }))).toEqual(["LINK_OVER"]);
    }
    const [note] = await lettersTo(user.email, 3);
    expect(note?.subject).toBe("Your password was changed");
  });

  it("are opened by no link that is altered, too old, for something else or of somebody suspended", async () => {
    const user = await person();
    const token = await forgotten(user);
    const altered = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    const answers = [await resetBy(altered), await resetBy(""), await resetBy("x".repeat(43))];
    for (const path of ["confirm", "accept"]) {
      answers.push(
        await asStranger(path, { token, ...(path === "accept" && { password: strong }) }),
      );
    }
    const setStatus = (status: string) =>
      database.query("update directus_users set status = $2 where id = $1", [user.id, status]);
    await setStatus("suspended");
    answers.push(await resetBy(token));
    await setStatus("active");
    await database.query(
      "update account_links set expires_at = now() - interval '1 second' where user_id = $1",
      [user.id],
    );
    answers.push(await resetBy(token));
    expect(answers.map(codes)).toEqual(answers.map(() => ["LINK_OVER"]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await signIn(user);
  });

  it("change their address by its own letter, for who knows the password", async () => {
    const user = await person();
    const email = newAddress();
    const ask = (body: object) =>
      call("POST", "/account/email", { token: user.token, from: user.address, body });
    const direct = await call("PATCH", "/users/me", { token: user.token, body: { email } });
    expect(direct.status).toBe(403);
    expect(codes(await ask({ email, password: "not it" }))).toEqual(["WRONG_PASSWORD"]);
    const [free, taken] = [
      await ask({ email, password: user.password }),
      await ask({ email: alice.email, password: user.password }),
    ];
    expect([free.status, free.text]).toEqual([taken.status, taken.text]);
    const [toOwner] = await lettersTo(alice.email);
    expect(toOwner?.subject).toBe("Somebody wanted to use your e-mail address");
    const [toOld] = await lettersTo(user.email, 2);
    expect(toOld?.text).toContain("Nothing has changed yet");
    await signIn(user);

    const token = await linkTo(email);
    expect((await asStranger("confirm", { token })).data).toEqual({ purpose: "email", email });
    await signIn({ ...user, email });
    await expect(signIn(user)).rejects.toThrow("refused");
    const [told] = await lettersTo(user.email, 3);
    expect(told?.subject).toBe("Your e-mail address was changed");
  });

  it("are given away by administrators, in the panel and from the command line", async () => {
    const [byPanel, byCommand] = [newAddress(), newAddress()];
    const panel = { email: [byPanel], role: roles.viewer.id, invite_url: "https://evil.example" };
    const asked = await call("POST", "/users/invite", {
      token: administrator.token,
      from: administrator.address,
      body: panel,
    });
    expect(asked.status).toBe(204);
    const command = { token: adminToken, body: { email: byCommand } };
    expect((await call("POST", "/account/invite", command)).data).toEqual({ link: null });
    for (const email of [byPanel, byCommand]) {
      const token = await linkTo(email);
      expect(await personasOf(email)).toBe(0);
      const body = { token, password: strong, displayName: "Mara" };
      expect((await asStranger("accept", body)).data).toEqual({ email });
      expect((await logIn(email, strong)).status).toBe(200);
    }
    await expect.poll(() => personasOf(byCommand)).toBe(1);
    const again = await call("POST", "/account/invite", command);
    expect([again.status, again.errors[0]?.message]).toEqual([
      409,
      expect.stringContaining("has an account already"),
    ]);
  });

  it("are given away to all of a list or to nobody: who has one already is named", async () => {
    const [first, last] = [newAddress(), newAddress()];
    const waiting = newAddress();
    await register(waiting);
    const inviteAll = (email: string[]) =>
      call("POST", "/users/invite", {
        token: administrator.token,
        from: administrator.address,
        body: { email, role: roles.viewer.id },
      });
    const known = async () => {
      const { rows } = await database.query<{ email: string; status: string }>(
        "select email, status from directus_users where email = any($1)",
        [[first, last, waiting]],
      );
      return Object.fromEntries(rows.map(({ email, status }) => [email, status]));
    };
    const refused = await inviteAll([first, alice.email, waiting, administrator.email, last]);
    expect([refused.status, codes(refused)]).toEqual([409, ["CONFLICT"]]);
    const sentence = refused.errors[0]?.message;
    expect(sentence).toContain(`${alice.email}, ${administrator.email}. Nobody was invited`);
    expect(await known()).toEqual({ [waiting]: "unverified" });

    expect((await inviteAll([first, waiting, last])).status).toBe(204);
    const invited = "invited";
    expect(await known()).toEqual({ [first]: invited, [waiting]: invited, [last]: invited });
    await lettersTo(last);
  });

  it("are given away by nobody else", async () => {
    for (const path of ["/account/invite", "/users/invite", "/account/register"]) {
      const body = { email: newAddress(), password: strong, role: roles.viewer.id };
      for (const token of [alice.token, undefined]) {
        expect((await call("POST", path, { token, from, body })).status).toBe(403);
      }
    }
  });

  it("get no more letters in an hour than so many, and nobody learns by that whose they are", async () => {
    const user = await person();
    const texts: string[][] = [];
    for (const email of [user.email, newAddress()]) {
      const answers = [];
      for (let times = 0; times <= lettersPerHour; times += 1) {
        answers.push(await asStranger("forgot", { email }));
      }
      texts.push(answers.map(({ status }) => String(status)));
    }
    expect(texts[0]?.at(-1)).toBe("429");
    expect(texts[0]).toEqual(texts[1]);
    expect(await lettersTo(user.email, lettersPerHour)).toHaveLength(lettersPerHour);
  });

  it.each([
    ["POST", "/auth/password/request", { email: "x@example.com" }],
    ["POST", "/auth/password/reset", { token: "x", password: strong }],
    ["POST", "/users/invite/accept", { token: "x", password: strong }],
    ["POST", "/users/register", { email: "x@example.com", password: strong }],
    ["GET", "/users/register/verify-email?token=x", undefined],
  ])("have no second way by Directus' own letters: %s %s", async (method, path, body) => {
    for (const token of [adminToken, alice.token, undefined]) {
      const answer = await call(method, path, { token, from, ...(body && { body }) });
      expect(answer.status).toBe(403);
    }
  });

  it("have no password that others can guess, whoever sets it", async () => {
    const body = { email: newAddress(), role: roles.creator.id, password: "iloveyou1234" };
    const made = await call("POST", "/users", { token: adminToken, body });
    const changed = await call("PATCH", `/users/${alice.id}`, {
      token: administrator.token,
      from: administrator.address,
      body: { password: `${alice.email.split("@")[0]} and more words` },
    });
    expect([codes(made), codes(changed)]).toEqual([["WEAK_PASSWORD"], ["WEAK_PASSWORD"]]);
    await signIn(alice);
  });

  it("are spoken of in letters that name nothing and load nothing", async () => {
    const [letter] = await lettersTo(alice.email);
    expect(letter?.html).not.toMatch(/<img|<script|url\(/);
    expect(letter?.text).not.toContain(alice.email);
  });

  async function personasOf(email: string): Promise<number> {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int as count from user_personas p
         join directus_users u on u.id = p.user_id where u.email = $1`,
      [email],
    );
    return rows[0]?.count ?? 0;
  }
});
