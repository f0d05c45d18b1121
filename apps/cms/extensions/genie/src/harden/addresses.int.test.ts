import { roles } from "@genie/schema";
import {
  ask,
  call,
  createUser,
  isWhole,
  openDatabase,
  someAddress,
  stackUnderTest,
} from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";
import { limits } from "./limit-requests.ts";

// An address of this machine that no other test comes from; other systems have only the first.
const loopback = (last: number) => (process.platform === "linux" ? `127.0.0.${last}` : "127.0.0.1");

const forgeries = (index: number): Record<string, string> => {
  const address = `203.0.113.${(index % 250) + 1}`;
  return {
    "x-forwarded-for": `${address}, 10.0.0.1`,
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: `for=${address}`,
    "x-real-ip": address,
    "x-client-ip": address,
    "true-client-ip": address,
    "cf-connecting-ip": address,
    "x-genie-proxy": "a guess that is long enough to be one, perhaps",
  };
};

const forgedLogIns = isWhole() ? 1_000 : limits.signIn + 10;
// For hangs alone.
const forgedWithinMs = 3_600_000;

describe("where a request comes from", () => {
  const { directusUrl, dashboardUrl } = stackUnderTest();
  const database = openDatabase();
  const counted = { sent: 0, tooMany: 0 };
  afterAll(async () => {
    process.stdout.write(
      `Forged log-ins: ${counted.sent} sent, ${counted.tooMany} too many let through\n`,
    );
    await database.end();
  });

  it.each([
    ["to Directus itself", directusUrl, 41],
    ["through the dashboard", `${dashboardUrl}/api/directus`, 42],
  ])(
    "can't be forged to beat the limit of sign-ins, %s",
    async (_where, base, last) => {
      const began = Date.now();
      const attempts = await many(forgedLogIns, (index) =>
        send(`${base}/auth/login`, loopback(last), {
          method: "POST",
          headers: forgeries(index),
          body: { email: `nobody-${index}@example.com`, password: "wrong password" },
        }),
      );
      // A thousand may take longer than the minute that the limit is for.
      const minutes = Math.floor((Date.now() - began) / 60_000) + 1;
      const refused = attempts.filter(({ status }) => status === 429);
      const letThrough = attempts.filter(({ status }) => status === 401).length;
      const tooMany = Math.max(0, letThrough - limits.signIn * minutes);
      counted.sent += attempts.length;
      counted.tooMany += tooMany;
      expect(tooMany).toBe(0);
      expect(letThrough).toBeGreaterThanOrEqual(limits.signIn);
      expect(refused.length + letThrough).toBe(forgedLogIns);
      for (const { headers, text } of refused) {
        const retryAfter = headers["retry-after"];
        expect(Number(retryAfter)).toBeGreaterThan(0);
        expect(Number(retryAfter)).toBeLessThanOrEqual(60);
        expect(text).toContain(`try again in ${retryAfter} second`);
      }
    },
    forgedWithinMs,
  );

  it.each([
    ["to Directus itself", directusUrl, 43],
    ["through the dashboard", `${dashboardUrl}/api/directus`, 44],
  ])("is in the activity log as it really is, %s", async (_where, base, last) => {
    const user = await createUser({ role: roles.creator.id });
    const { status } = await send(`${base}/auth/login`, loopback(last), {
      method: "POST",
      headers: forgeries(1),
      body: { email: user.email, password: user.password },
    });
    expect(status).toBe(200);
    const { rows } = await database.query<{ ip: string }>(
      `select ip from directus_activity where "user" = $1 and action = 'login' order by id desc limit 1`,
      [user.id],
    );
    expect(rows).toEqual([{ ip: loopback(last) }]);
  });

  it("is believed from our own proxy, which proves itself", async () => {
    const user = await createUser({ role: roles.creator.id });
    const { rows } = await database.query<{ ip: string }>(
      `select ip from directus_activity where "user" = $1 and action = 'login'`,
      [user.id],
    );
    expect(rows).toEqual([{ ip: user.address }]);
  });
});

describe("the limits", () => {
  const { workerToken, adminToken } = stackUnderTest();

  it("stop a stranger by address, and nobody else's", async () => {
    const from = someAddress();
    const answers = await many(limits.stranger + 1, () => call("GET", "/server/info", { from }));
    expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
    expect((await call("GET", "/server/info", { from: someAddress() })).status).toBe(200);
  });

  it("stop a user, whatever the address or the token, and nobody else", async () => {
    const [alice, bob] = await Promise.all([
      createUser({ role: roles.creator.id }),
      createUser({ role: roles.creator.id }),
    ]);
    const began = Date.now();
    const made = await call("POST", "/tokens", {
      token: alice.token,
      from: alice.address,
      body: { name: "a second way", scopes: ["read"], expires_in_days: 1 },
    });
    const { token: program } = made.data as { token: string };
    const answers = await many(limits.user, (index) =>
      call("GET", "/items/saved_views?limit=1&fields=id", {
        token: index % 2 === 0 ? alice.token : program,
        from: someAddress(),
      }),
    );
    const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
    expect(count(200) + count(429)).toBe(limits.user);
    // One request made the token. A slow machine needs more than one minute, which each has its own count.
    const minutes = Math.floor((Date.now() - began) / 60_000) + 1;
    expect(count(200)).toBeLessThanOrEqual(minutes * limits.user - 1);
    expect(count(429)).toBeGreaterThanOrEqual(minutes === 1 ? 1 : 0);
    expect((await call("GET", "/users/me", { token: bob.token, from: bob.address })).status).toBe(
      200,
    );
  });

  it("stop guesses of passwords and one-time codes as they stop sign-ins", async () => {
    const user = await createUser({ role: roles.creator.id });
    const answers = await many(limits.signIn, () =>
      call("POST", "/users/me/tfa/disable", {
        token: user.token,
        from: user.address,
        body: { otp: "000000" },
      }),
    );
    // The log-in counted too.
    expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
  });

  it("do not stop the worker or the set-up service", async () => {
    for (const token of [workerToken, adminToken]) {
      const from = someAddress();
      const answers = await many(limits.user + 1, () =>
        call("GET", "/items/saved_views?limit=1&fields=id", { token, from }),
      );
      expect(answers.filter(({ status }) => status === 429)).toEqual([]);
    }
  });
});

/** From a given address of this machine. */
const send = (
  url: string,
  from: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body: object },
) =>
  ask(url, {
    method,
    from,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Runs `work` `times` times, a few at once. */
async function many<T>(times: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const runner = async () => {
    while (next < times) {
      const index = next;
      next += 1;
      results.push(await work(index));
    }
  };
  await Promise.all(Array.from({ length: 8 }, runner));
  return results;
}
