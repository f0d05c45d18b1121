import { roles } from "@genie/schema";
import {
  call,
  createUser,
  lettersTo,
  linkIn,
  openDatabase,
  stackUnderTest,
  tracesOf,
} from "@genie/testing";
import { Secret, TOTP } from "otpauth";
import { afterAll, expect, it } from "vitest";

const database = openDatabase();
afterAll(() => database.end());

const origin = new URL(stackUnderTest().dashboardUrl ?? "").origin;

it("no secret of an account is in a table, a queue or a log, but where Directus computes with it", async () => {
  const user = await createUser({ role: roles.creator.id });
  const { token, email, password, address: from } = user;
  const post = (path: string, body: object) => call("POST", path, { token, from, body });
  const valueOf = async <Value>(path: string, body: object) => {
    const answer = await post(path, body);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.data as Value;
  };

  const { secret } = await valueOf<{ secret: string }>("/users/me/tfa/generate", { password });
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await expect
    .poll(async () => {
      const body = { secret, otp: totp.generate(), password };
      return (await post("/users/me/tfa/enable", body)).status;
    })
    .toBe(204);
  const { codes } = await valueOf<{ codes: string[] }>("/account/recovery-codes", { password });
  const [used = "", kept = ""] = codes;
  const recovered = await call("POST", "/account/recover", {
    from,
    headers: { origin },
    body: { email, password, recovery_code: used },
  });
  const cookie = recovered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const session = cookie.slice(cookie.indexOf("=") + 1);
  const scopes = { scopes: ["write"], expires_in_days: 1, asks_first: false };
  const made = await valueOf<{ token: string }>("/tokens", { name: "a program", ...scopes });
  const paired = await valueOf<{ code: string }>("/pairings", {});
  await post("/account/forgot", { email });
  // She hears of the used code by a letter as well.
  const asked = async () =>
    (await lettersTo(email)).find(({ subject }) => subject === "Choose a new password");
  await expect.poll(asked).toBeDefined();
  const letter = await asked();

  const canary = `canary-${crypto.randomUUID()}`;
  for (const { platform, credentials } of [
    { platform: "sandbox", credentials: { username: "alice", password: canary } },
    { platform: "bluesky", credentials: { identifier: "alice.example", app_password: canary } },
  ]) {
    // Refused ones must not be written down either.
    await post("/items/creator_profiles", { platform, username: crypto.randomUUID(), credentials });
  }
  for (const wrong of [used, "AAAAA-AAAAA"]) {
    await call("POST", "/account/recover", {
      from,
      body: { email, password, recovery_code: wrong },
    });
  }
  await post("/account/own-two-factor-off", { password: "not it", recovery_code: kept });

  const secrets = {
    password,
    "access token": token,
    session,
    "used code": used,
    "used code as it is hashed": used.replace("-", ""),
    "kept code": kept,
    "API token": made.token,
    "pairing code": paired.code,
    "link of a letter": letter === undefined ? "" : linkIn(letter),
    "log-in of a platform": canary,
  };
  for (const [what, text] of Object.entries(secrets)) {
    expect([what, text.length > 8, await tracesOf(database, text)]).toEqual([what, true, []]);
  }
  // Directus checks one-time codes with it, and nobody reads it but the gate.
  expect(await tracesOf(database, secret)).toEqual(["table public.directus_users"]);
});
