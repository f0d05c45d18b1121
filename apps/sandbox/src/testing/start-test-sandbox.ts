import { createLogger } from "@genie/logger";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SandboxOptions, startSandbox } from "../start-sandbox.ts";

export const adminToken = "admin-token-of-the-tests-0123456789";
export const demoPassword = "demo-password-1";

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/** Everything that the admin API answers with; each call has its part of it. */
export type AdminBody = {
  account: AdminAccount;
  accounts: AdminAccount[];
  challenges: { username: string; step: string; answer: string }[];
  cursor: number;
  disarmed: number;
  dropped: number;
  duplicates: number;
  error: { code: string; message: string };
  fans: { id: number; spent_cents: number }[];
  event: ({ seq: number; at: number } & Record<string, unknown>) | null;
  fault: Record<string, unknown>;
  faults: Record<string, unknown>[];
  posts: AdminPost[];
  sessions: { id: number; username: string }[];
  total: number;
};
type AdminAccount = {
  username: string;
  posts: number;
  totp_secret: string | null;
  totp_address: string | null;
};
type AdminPost = {
  id: string;
  permalink: string;
  caption: string;
  visibility: string;
  published_at: number;
  duplicate_of: string | null;
  media: { href: string; kind: string }[];
};

/** A sandbox with small pictures in a folder that goes away with it. */
export async function startTestSandbox(given: Partial<SandboxOptions> = {}) {
  const dataDir = given.dataDir ?? (await mkdtemp(join(tmpdir(), "sandbox-test-")));
  const { adminUrl, close } = await startSandbox({
    host: "127.0.0.1",
    port: 0,
    adminToken,
    demoPassword,
    ffmpeg: null,
    imageScale: 0.05,
    log: createLogger({ service: "sandbox", level: "silent" }),
    ...given,
    dataDir,
  });

  return {
    /** The site under the address: Node does not resolve names under localhost everywhere. */
    url: new URL(adminUrl).origin,
    dataDir,
    close,
    async [Symbol.asyncDispose]() {
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
    /** Calls the admin API and gives its JSON. */
    async admin(method: "DELETE" | "GET" | "PATCH" | "POST", path: string, body?: unknown) {
      const response = await fetch(`${adminUrl}${path}`, {
        method,
        headers: { Authorization: `Bearer ${adminToken}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as AdminBody };
    },
  };
}
