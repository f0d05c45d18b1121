import { type PairingOverview, RedeemAnswer } from "@genie/pairing";
import { call, someAddress, stackUnderTest, type TestUser } from "@genie/testing";
import { expect } from "vitest";

export const extensionOrigin = `chrome-extension://${"abcdefghijklmnop".repeat(2)}`;

/** As an extension calls: from its own origin, without cookies. */
export const asExtension = (
  method: string,
  path: string,
  options: { token?: string; body?: object },
) =>
  call(method, path, {
    ...options,
    headers: { origin: extensionOrigin, "sec-fetch-site": "cross-site" },
  });

export const redeem = (code: string, from = someAddress()) =>
  call("POST", "/pairings/redeem", {
    from,
    body: { code, browser: "Chromium on Linux" },
    headers: { origin: extensionOrigin, "sec-fetch-site": "cross-site" },
  });

/** A code that the dashboard has made for her. */
export async function makeCode(user: TestUser): Promise<string> {
  const made = await call("POST", "/pairings", { token: user.token, from: user.address, body: {} });
  expect(made.status).toBe(200);
  return (made.data as { code: string }).code;
}

/** A browser that is paired with her. */
export async function pairBrowser(user: TestUser): Promise<RedeemAnswer> {
  const { status, data } = await redeem(await makeCode(user));
  expect(status).toBe(200);
  return RedeemAnswer.parse(data);
}

/** The cookie that the sandbox wants, of the sandbox. */
export const sandboxCookie = (change: object = {}) => ({
  name: "sandbox_session",
  value: "not-a-real-session",
  domain: new URL(stackUnderTest().sandboxUrl).hostname,
  path: "/",
  expires: Math.floor(Date.now() / 1000) + 86_400,
  httpOnly: true,
  secure: false,
  sameSite: "Lax",
  ...change,
});

export const capture = (token: string, username: string, change: object = {}) =>
  asExtension("POST", "/pairings/sessions", {
    token,
    body: {
      platform: "sandbox",
      account: { username },
      cookies: [sandboxCookie()],
      user_agent: "Mozilla/5.0 (a test)",
      read_now: false,
      ...change,
    },
  });

export async function overviewFor(token: string): Promise<PairingOverview> {
  const { status, data } = await asExtension("GET", "/pairings/platforms", { token });
  expect(status).toBe(200);
  return data as PairingOverview;
}
