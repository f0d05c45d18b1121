import type { Cookie, PageDriver } from "@genie/browser-client";
import { generateKey, parseKeyRing, seal } from "@genie/crypto";
import type { StoredSession, WorkerProfile } from "@genie/directus-client";
import type { Adapter, Platform } from "@genie/platforms";
import { z } from "zod";
import type { AccountRecords } from "../accounts/account-records.ts";
import { type AccountServices, accountSessions } from "../accounts/account-session.ts";
import { oneAtATime } from "../accounts/one-at-a-time.ts";
import { keptLog } from "./kept-log.ts";
import { unused } from "./unused.ts";

export const profileId = "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0001";
const ownerId = "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0002";
const askedId = "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0004";
const sessionId = "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0003";

export const password = "correct horse battery staple";
export const storedCookie = cookie("stored-cookie-value");
export const freshCookie = cookie("fresh-cookie-value");

const keyRing = parseKeyRing(`1:${generateKey()}`, "1");

export const platform: Platform = {
  id: "fake",
  name: "Fake",
  origin: "https://fake.example",
  hosts: ["fake.example"],
  credentialFields: [],
  credentials: z.strictObject({ username: z.string(), password: z.string() }),
  sessionCookies: ["session"],
  capturedCookies: ["session"],
  connectBy: ["extension", "live_login", "password"],
  logInUrl: "https://fake.example/login",
  logInHosts: [],
  isExperimental: false,
  version: 1,
  guarantee: "lookup",
  prepareMs: 15_000,
  sendTimeoutMs: 1_000,
  settleMs: 1_000,
  limits: {
    caption: { most: 500, countedIn: "code_points" },
    mediaCount: 4,
    media: {},
    mixesMedia: true,
    captionAlone: true,
    altTextLength: null,
    ratings: ["general"],
  },
  options: [],
  slots: { total: 8, perAccount: 2 },
  profileUrl: (username) => `https://fake.example/${username}`,
};

type Options = {
  platform?: Partial<Platform>;
  /** The person is asked to sign in already. */
  isAsked?: boolean;
  adapter?: Partial<Adapter>;
  profile?: Partial<WorkerProfile>;
  credentials?: boolean;
  session?: boolean;
};

/** One account on a platform of the test's making, with records in memory that note every change. */
export function fakeAccount({
  adapter = {},
  platform: ways = {},
  profile = {},
  credentials,
  session,
  isAsked = false,
}: Options = {}) {
  const { log, lines } = keptLog();
  const changes: unknown[] = [];
  const browser = { started: 0, closed: 0, userAgents: [] as (string | undefined)[] };
  const records = fakeRecords(
    {
      id: profileId,
      ownerId,
      platform: "fake",
      username: "demo",
      credentials: credentials
        ? sealed("creator_profiles", "credentials", profileId, { username: "demo", password })
        : null,
      connection: "needs_login",
      platformLimits: null,
      postsReadUntil: null,
      postsReadWholeAt: null,
      ...profile,
    },
    session
      ? {
          id: sessionId,
          cookies: sealed("platform_sessions", "cookies", sessionId, [storedCookie]),
          userAgent: "Stored/1",
        }
      : null,
    { changes, isAsked },
  );
  const services: AccountServices = {
    records,
    adapters: new Map([
      ["fake", { ...fakeAdapter, platform: { ...platform, ...ways }, ...adapter }],
    ]),
    keyRing,
    startBrowser: async ({ user_agent }) => {
      browser.started += 1;
      browser.userAgents.push(user_agent);
      return fakePage(() => (browser.closed += 1));
    },
    fetch,
    perProfile: oneAtATime(),
    letIn: async ({ page }) => void changes.push({ letIn: page.id }),
    log,
  };
  return { withAccount: accountSessions(services), services, changes, browser, lines };
}

function fakeRecords(
  profile: WorkerProfile,
  session: StoredSession | null,
  { changes, isAsked }: { changes: unknown[]; isAsked: boolean },
): AccountRecords {
  let stored = session;
  return {
    readProfile: async (id) => (id === profile.id ? profile : null),
    updateProfile: async (_id, change) => void changes.push(change),
    readSession: async () => stored,
    saveSession: async (_profile, { cookies }) => {
      changes.push({ saved: cookies });
      stored = {
        id: sessionId,
        cookies: sealed("platform_sessions", "cookies", sessionId, cookies),
        userAgent: "Fresh/1",
      };
      return sessionId;
    },
    markSession: async (_id, what) => {
      changes.push({ session: what });
      if (what === "expired") stored = null;
    },
    findAsked: async () => (isAsked ? askedId : null),
    askPerson: async (_profile, question) => {
      changes.push({ asked: question });
      return askedId;
    },
  };
}

const fakeAdapter: Adapter = {
  platform,
  logIn: async () => ({
    kind: "signed_in",
    cookies: [freshCookie],
    userAgent: "Fresh/1",
    expiresAt: null,
  }),
  resumeSession: async () => "active",
  scrapeProfile: unused,
  listPosts: () => {
    throw new Error("not of this test");
  },
  preparePost: unused,
  findPublished: unused,
};

/** A page that is only opened, closed and downloaded from. */
function fakePage(onClose: () => void): PageDriver {
  return {
    id: "page",
    userAgent: "Fresh/1",
    state: unused,
    cookieLogin: unused,
    navigate: unused,
    act: unused,
    extract: unused,
    read: unused,
    more: unused,
    observe: unused,
    screenshot: unused,
    cookies: unused,
    localStorage: unused,
    putFile: unused,
    download: async (url) => ({ mime: "image/jpeg", bytes: fileOf(url) }),
    close: async () => onClose(),
  };
}

/** The address itself; one that says "broken" breaks off. */
async function* fileOf(url: string) {
  yield Buffer.from(url);
  if (url.includes("broken")) throw new Error("socket hang up");
}

function sealed(collection: string, field: string, rowId: string, value: unknown) {
  const context = { collection, field, rowId, ownerId };
  return { sealed: seal(keyRing, JSON.stringify(value), context) };
}

function cookie(value: string): Cookie {
  return {
    name: "session",
    value,
    domain: "fake.example",
    path: "/",
    expires: -1,
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
  };
}
