import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { alertOf, createBrowser } from "../testing/create-browser.ts";
import { startTestSandbox, type TestSandbox } from "../testing/start-test-sandbox.ts";

let sandbox: TestSandbox;
let browser: ReturnType<typeof createBrowser>;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());
beforeEach(() => {
  browser = createBrowser(sandbox.url);
});

async function waitingAnswer(username: string): Promise<string> {
  const { body } = await sandbox.admin("GET", "/challenges");
  return body.challenges.findLast((one) => one.username === username)?.answer ?? "";
}

describe("log-in", () => {
  it("leads back to the page that was asked for, with a cookie that scripts can't read", async () => {
    const away = await browser.open("/@demo?page=2");
    expect(away).toMatchObject({ status: 303, location: "/login?next=%2F%40demo%3Fpage%3D2" });
    const fields = { username: " Demo ", password: "demo-password-1" };
    const entered = await browser.submit("/login?next=%2F%40demo%3Fpage%3D2", fields);
    expect(entered).toMatchObject({ status: 303, location: "/@demo?page=2" });
    const cookie = entered.headers
      .getSetCookie()
      .find((line) => line.startsWith("sandbox_session"));
    expect(cookie).toMatch(/Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await browser.open("/@demo?page=2")).toMatchObject({ status: 200 });
  });

  it("never leads to another site", async () => {
    for (const next of ["https://example.com/", "//example.com", "/\\example.com"]) {
      const path = `/login?next=${encodeURIComponent(next)}`;
      const fields = { username: "demo", password: "demo-password-1" };
      const { location } = await createBrowser(sandbox.url).submit(path, fields);
      expect(location).toBe("/@demo");
    }
  });

  it("says the same for a wrong password and for an unknown username", async () => {
    const wrong = await browser.logIn("demo", "something else");
    expect(wrong.status).toBe(401);
    expect(alertOf(wrong)).toContain("do not match");
    expect(alertOf(await browser.logIn("nobody", "something else"))).toBe(alertOf(wrong));
    expect(browser.cookies.has("sandbox_session")).toBe(false);
  });

  it("needs a token of the form, and a form of this site", async () => {
    const fields = { username: "demo", password: "demo-password-1" };
    expect(await browser.submit("/login", { ...fields, csrf: "x" })).toMatchObject({ status: 403 });
    const elsewhere = { headers: { Origin: "http://example.com" } };
    expect(await browser.submit("/login", fields, elsewhere)).toMatchObject({ status: 403 });
  });

  it("asks for the code of the app when the account has one", async () => {
    expect(await browser.logIn("demo-2fa")).toMatchObject({ status: 303, location: "/login/code" });
    expect((await browser.open("/@demo-2fa")).status).toBe(303);
    const wrong = await browser.submit("/login/code", { code: "12345" });
    expect(wrong.status).toBe(401);
    expect(alertOf(wrong)).toBe("That code is not right. Try again.");
    const code = await waitingAnswer("demo-2fa");
    const entered = await browser.submit("/login/code", { code });
    expect(entered).toMatchObject({ status: 303, location: "/@demo-2fa" });
    expect((await browser.open("/@demo-2fa")).status).toBe(200);
  });

  it("starts over after five wrong codes", async () => {
    await browser.logIn("demo-2fa");
    for (let guess = 0; guess < 4; guess += 1) await browser.submit("/login/code", { code: "0" });
    const last = await browser.submit("/login/code", { code: "0" });
    expect(alertOf(last)).toBe("Too many wrong answers. Log in again.");
    expect(await browser.open("/login/code")).toMatchObject({ status: 303, location: "/login" });
  });

  it("shows a word to type, then asks for a code, when both are armed", async () => {
    await sandbox.admin("POST", "/faults", { kind: "captcha" });
    await sandbox.admin("POST", "/faults", { kind: "require_code", username: "demo" });
    expect((await browser.logIn()).location).toBe("/login/captcha");
    const picture = await browser.open("/login/captcha.svg");
    expect(picture.headers.get("content-type")).toBe("image/svg+xml");
    expect((await browser.submit("/login/captcha", { word: "wrong" })).status).toBe(401);
    const word = await waitingAnswer("demo");
    expect((await browser.submit("/login/captcha", { word })).location).toBe("/login/code");
    const code = await waitingAnswer("demo");
    expect((await browser.submit("/login/code", { code })).location).toBe("/@demo");
    expect((await createBrowser(sandbox.url).logIn()).location).toBe("/@demo");
  });

  it("is over after log-out, and after the administrator dropped it", async () => {
    await browser.logIn();
    const { csrf = "" } = Object.fromEntries(
      [...browser.cookies].map(([name, value]) => [name.replace("sandbox_", ""), value]),
    );
    const token = browser.cookies.get("sandbox_session") ?? "";
    await browser.open("/logout", { method: "POST", body: new URLSearchParams({ csrf }) });
    browser.cookies.set("sandbox_session", token);
    expect((await browser.open("/fans")).status).toBe(303);

    await browser.logIn();
    const { body } = await sandbox.admin("GET", "/sessions?username=demo");
    await sandbox.admin("DELETE", `/sessions/${body.sessions.at(-1)?.id}`);
    expect((await browser.open("/fans")).status).toBe(303);
  });
});
