import { z } from "zod";

const E2eEnv = z.object({
  E2E_BASE_URL: z.url("E2E_BASE_URL must be the dashboard's address, like http://localhost:3100"),
  /** As the owner of the application's tables. */
  E2E_DATABASE_URL: z.string("E2E_DATABASE_URL must be a PostgreSQL address"),
  E2E_ADMIN_TOKEN: z
    .string("E2E_ADMIN_TOKEN must be a Directus administrator's token")
    .min(16, "E2E_ADMIN_TOKEN must be a Directus administrator's token"),
  SANDBOX_ADMIN_URL: z.url("SANDBOX_ADMIN_URL must be the address of the sandbox's admin API"),
  SANDBOX_ADMIN_TOKEN: z.string("SANDBOX_ADMIN_TOKEN must be its bearer token"),
  MAILBOX_URL: z.url("MAILBOX_URL must be the address of the mailbox"),
  BLUESKY_URL: z.url("BLUESKY_URL must be the address of the Bluesky server"),
  BLUESKY_FAULTS_TOKEN: z.string("BLUESKY_FAULTS_TOKEN must be the token of the proxy before it"),
  MASTODON_TEST_URL: z.url("MASTODON_TEST_URL must be the address of the double of Mastodon"),
  MASTODON_ADMIN_TOKEN: z.string("MASTODON_ADMIN_TOKEN must be its admin's token"),
});

/** What the journeys need to know about the running stack. */
export function e2eEnv(): z.infer<typeof E2eEnv> {
  // oxlint-disable-next-line node/no-process-env
  return E2eEnv.parse(process.env);
}

/** The creator of the demo, where the stack has one. */
export function demoLogIn(): { email: string; password: string; name: string } {
  // oxlint-disable-next-line node/no-process-env
  const { DEMO_EMAIL: email, DEMO_PASSWORD: password } = process.env;
  if (email && password) return { email, password, name: "Maya" };
  throw new Error("Pictures are made by npm test -- pictures, which prepares the demo.");
}

const Front = z.object({
  NODE_EXTRA_CA_CERTS: z.string(
    "NODE_EXTRA_CA_CERTS must be the certificate of the nginx in front",
  ),
  TEST_TLS_KEY: z.string("TEST_TLS_KEY must be the key of that certificate"),
});

/** The files of the certificate that nginx has, and of its key. */
export function frontFiles(): { certificate: string; key: string } {
  // oxlint-disable-next-line node/no-process-env
  const { NODE_EXTRA_CA_CERTS: certificate, TEST_TLS_KEY: key } = Front.parse(process.env);
  return { certificate, key };
}

/** The Chromium to use; without it, Playwright's own. */
export function chromiumPath(): string | undefined {
  // oxlint-disable-next-line node/no-process-env
  return process.env["CHROMIUM_PATH"];
}

/** The ffmpeg of the stack under test, else the one of this machine. */
export function ffmpegPath(): string {
  // oxlint-disable-next-line node/no-process-env
  return process.env["FFMPEG_PATH"] || "ffmpeg";
}
