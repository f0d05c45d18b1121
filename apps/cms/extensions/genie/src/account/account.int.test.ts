import { roles } from "@genie/schema";
import { type Answer, call, createUser, signIn, someAddress, type TestUser } from "@genie/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { wrongGuesses } from "./counted-guess.ts";

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

describe("POST /account/two-factor-off", () => {
  it("is for administrators alone", async () => {
    const user = await createUser({ role: roles.creator.id });
    const body = { user: user.id };
    for (const token of [user.token, undefined]) {
      expect((await call("POST", "/account/two-factor-off", { token, body })).status).toBe(403);
    }
  });
});
