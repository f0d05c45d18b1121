import { AppError } from "@genie/errors";
import type { Adapter } from "@genie/platforms";
import { describe, expect, it } from "vitest";
import {
  fakeAccount,
  freshCookie,
  password,
  profileId,
  storedCookie,
} from "../testing/fake-account.ts";
import { accountSessions } from "./account-session.ts";

const { signal } = new AbortController();
const refusedLogIn = () =>
  Promise.reject(new AppError("reconnect_required", "The password is wrong. Enter it again."));
const away = () => Promise.reject(new AppError("upstream_unavailable", "Fake is away."));
const expired: Adapter["resumeSession"] = async () => "expired";

describe("withAccount", () => {
  it("goes on with a session that still holds, in the browser it was made for", async () => {
    const seen: unknown[] = [];
    const { withAccount, changes, browser } = fakeAccount({
      session: true,
      credentials: true,
      adapter: {
        resumeSession: async ({ openPage }, cookies) => {
          await openPage();
          seen.push(cookies);
          return "active";
        },
        logIn: () => Promise.reject(new Error("no need to")),
      },
    });
    expect(await withAccount(profileId, signal, async ({ profile }) => profile.username)).toBe(
      "demo",
    );
    expect(seen).toEqual([[storedCookie]]);
    expect(changes).toEqual([
      { session: "used" },
      { connection_status: "connected", scrape_error: null },
    ]);
    expect(browser).toEqual({ started: 1, closed: 1, userAgents: ["Stored/1"] });
  });

  it("enters the password when there is no session, and keeps the new one", async () => {
    const entered: unknown[] = [];
    const { withAccount, changes } = fakeAccount({
      credentials: true,
      profile: { connection: "connected" },
      adapter: {
        logIn: async (_context, credentials) => {
          entered.push(credentials);
          return {
            kind: "signed_in",
            cookies: [freshCookie],
            userAgent: "Fresh/1",
            expiresAt: null,
          };
        },
      },
    });
    await withAccount(profileId, signal, async () => {});
    expect(entered).toEqual([{ username: "demo", password }]);
    expect(changes).toEqual([{ saved: [freshCookie] }]);
  });

  it("enters the password when the session has ended", async () => {
    const { withAccount, changes } = fakeAccount({
      session: true,
      credentials: true,
      adapter: { resumeSession: expired },
    });
    await withAccount(profileId, signal, async () => {});
    expect(changes).toEqual([
      { session: "expired" },
      { saved: [freshCookie] },
      { connection_status: "connected", scrape_error: null },
    ]);
  });

  it("says that the account needs a log-in when the password is refused", async () => {
    const { withAccount, changes } = fakeAccount({
      credentials: true,
      adapter: { logIn: refusedLogIn },
    });
    const work = withAccount(profileId, signal, async () => {});
    await expect(work).rejects.toMatchObject({ code: "reconnect_required", retry: "never" });
    expect(changes).toEqual([
      {
        connection_status: "needs_login",
        scrape_error: "The password is wrong. Enter it again.",
      },
    ]);
  });

  it("asks for a log-in when the session has ended and there is no password", async () => {
    const { withAccount, changes } = fakeAccount({
      session: true,
      adapter: { resumeSession: expired },
    });
    const work = withAccount(profileId, signal, async () => {});
    await expect(work).rejects.toMatchObject({ code: "person_needed" });
    const notes = expect.stringContaining("has ended. Sign in again");
    expect(changes).toEqual([
      { session: "expired" },
      { asked: { reason: "session_expired", notes } },
      { connection_status: "expired", scrape_error: notes },
    ]);
  });

  it("asks nobody to sign in by hand where a password is the only way", async () => {
    const { withAccount, changes } = fakeAccount({
      session: true,
      platform: { connectBy: ["password"] },
      adapter: { resumeSession: expired },
    });
    const work = withAccount(profileId, signal, async () => {});
    await expect(work).rejects.toMatchObject({ code: "reconnect_required", retry: "never" });
    expect(changes).toMatchObject([{ session: "expired" }, { connection_status: "expired" }]);
  });

  it("types no password while the person is being asked", async () => {
    const { withAccount, changes } = fakeAccount({
      credentials: true,
      isAsked: true,
      adapter: { logIn: () => Promise.reject(new Error("no password now")) },
    });
    const work = withAccount(profileId, signal, async () => {});
    await expect(work).rejects.toMatchObject({ code: "person_needed" });
    expect(changes).toMatchObject([{ connection_status: "needs_login" }]);
  });

  it("asks for a log-in when the session ends in the middle and there is no password", async () => {
    const { withAccount, changes } = fakeAccount({
      session: true,
      profile: { connection: "connected" },
    });
    const work = withAccount(profileId, signal, () =>
      Promise.reject(new AppError("reconnect_required", "The session has ended.")),
    );
    await expect(work).rejects.toMatchObject({ code: "person_needed" });
    expect(changes).toMatchObject([
      { session: "used" },
      { session: "expired" },
      { connection_status: "expired" },
      { asked: { reason: "session_expired" } },
    ]);
  });

  it.each([
    ["one_time_code", "two_factor"],
    ["captcha", "challenge"],
  ] as const)("lets the person in where %s is asked for", async (challenge, reason) => {
    const sentence = "Fake asks for something.";
    const { withAccount, changes, browser } = fakeAccount({
      credentials: true,
      adapter: {
        logIn: async ({ openPage }) => {
          await openPage();
          return { kind: "challenge", challenge, sentence };
        },
      },
    });
    const work = withAccount(profileId, signal, async () => {});
    await expect(work).rejects.toMatchObject({ code: "person_needed", message: sentence });
    expect(browser).toMatchObject({ started: 1, closed: 0 });
    expect(changes).toEqual([
      { asked: { reason, notes: sentence } },
      { letIn: "page" },
      { connection_status: "needs_login", scrape_error: sentence },
    ]);
  });

  it("leaves session and connection alone when the platform is away", async () => {
    const { withAccount, changes } = fakeAccount({
      session: true,
      credentials: true,
      adapter: { resumeSession: away },
    });
    const work = withAccount(profileId, signal, async () => {});
    await expect(work).rejects.toMatchObject({ code: "upstream_unavailable" });
    expect(changes).toEqual([]);
  });

  it("gives a session up that ends in the middle, and the next try enters the password", async () => {
    const { withAccount, changes } = fakeAccount({
      session: true,
      credentials: true,
      profile: { connection: "connected" },
    });
    const ended = withAccount(profileId, signal, () =>
      Promise.reject(new AppError("reconnect_required", "The session has ended.")),
    );
    await expect(ended).rejects.toMatchObject({ code: "reconnect_required", retry: "backoff" });
    await withAccount(profileId, signal, async () => {});
    expect(changes).toEqual([
      { session: "used" },
      { session: "expired" },
      { saved: [freshCookie] },
    ]);
  });

  it("enters the password once for two jobs of one account", async () => {
    const { withAccount, changes } = fakeAccount({
      credentials: true,
      profile: { connection: "connected" },
    });
    const work = () => withAccount(profileId, signal, async () => {});
    await Promise.all([work(), work()]);
    expect(changes).toEqual([{ saved: [freshCookie] }, { session: "used" }]);
  });

  it("closes the browser when the work fails", async () => {
    const { withAccount, browser } = fakeAccount({ session: true });
    const work = withAccount(profileId, signal, async ({ context }) => {
      await context.openPage();
      throw new Error("work failed");
    });
    await expect(work).rejects.toThrow("work failed");
    expect(browser).toMatchObject({ started: 1, closed: 1 });
  });

  it("knows no account that is gone and no platform that is not there", async () => {
    const { withAccount } = fakeAccount();
    const gone = withAccount("7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0009", signal, async () => {});
    await expect(gone).rejects.toMatchObject({ code: "not_found" });
    const unknown = fakeAccount({ profile: { platform: "elsewhere" } });
    const asked = unknown.withAccount(profileId, signal, async () => {});
    await expect(asked).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining(`"elsewhere"`),
    });
  });

  it("says so when a secret was moved here from another row", async () => {
    const other = fakeAccount({ credentials: true });
    const stolen = await other.services.records.readProfile(profileId);
    const { withAccount, changes } = fakeAccount({
      profile: {
        credentials: stolen?.credentials ?? null,
        ownerId: "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0009",
      },
    });
    const work = withAccount(profileId, signal, async () => {});
    await expect(work).rejects.toMatchObject({ code: "unopenable" });
    expect(changes).toMatchObject([{ connection_status: "error" }]);
  });

  it("has no secret in its log or its errors", async () => {
    const { withAccount, lines } = fakeAccount({
      session: true,
      credentials: true,
      adapter: { resumeSession: expired, logIn: refusedLogIn },
    });
    const error: unknown = await withAccount(profileId, signal, async () => {}).catch(
      (thrown: unknown) => thrown,
    );
    const said = `${lines.join("")}${String(error)}${JSON.stringify(error)}`;
    expect(said).not.toContain(password);
    expect(said).not.toContain(storedCookie.value);
  });

  it("kept, serves what comes after it without signing in again, until something fails", async () => {
    let checks = 0;
    const { services, changes } = fakeAccount({
      session: true,
      profile: { connection: "connected" },
      adapter: {
        resumeSession: async () => {
          checks += 1;
          return "active";
        },
      },
    });
    const withAccount = accountSessions(services, { keepMs: 60_000 });
    const cookiesOf = () =>
      withAccount(profileId, signal, async ({ context }) => context.cookies.map((c) => c.value));
    const first = await cookiesOf();
    expect(await Promise.all([cookiesOf(), cookiesOf()])).toEqual([first, first]);
    expect([checks, changes]).toEqual([1, [{ session: "used" }]]);
    await expect(withAccount(profileId, signal, away)).rejects.toThrow("Fake is away.");
    await cookiesOf();
    expect(checks).toBe(2);
    await withAccount(profileId, signal, async ({ forget }) => forget());
    await cookiesOf();
    expect(checks).toBe(3);
  });

  it("is not kept where it lives in a browser", async () => {
    let checks = 0;
    const { services } = fakeAccount({
      session: true,
      adapter: {
        resumeSession: async ({ openPage }) => {
          await openPage();
          checks += 1;
          return "active";
        },
      },
    });
    const withAccount = accountSessions(services, { keepMs: 60_000 });
    await withAccount(profileId, signal, async () => undefined);
    await withAccount(profileId, signal, async () => undefined);
    expect(checks).toBe(2);
  });
});
