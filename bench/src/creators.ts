import { randomBytes } from "node:crypto";
import {
  createActiveUser,
  createDirectusClient,
  createProfile,
  type DirectusClient,
  requestAccessToken,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { roles } from "@genie/schema";
import type { Contents, Sandbox } from "./sandbox.ts";

/** An account on the sandbox that a creator has connected. */
export type ConnectedAccount = { profileId: string; username: string; password: string };

/** Makes a creator and signs her in. */
export async function createCreator(url: string, adminToken: string): Promise<DirectusClient> {
  const password = randomBytes(18).toString("base64url");
  const email = `bench-${randomBytes(4).toString("hex")}@example.com`;
  await createActiveUser(createDirectusClient({ url, token: adminToken }), {
    email,
    password,
    firstName: "Bench",
    roleId: roles.creator.id,
  });
  const token = await requestAccessToken(createDirectusClient({ url }), { email, password });
  if (token === null) throw new AppError("unauthenticated", "The new creator can't sign in.");
  return createDirectusClient({ url, token });
}

/** Makes an account on the sandbox and connects it as one of a platform. */
export async function connectAccount(
  creator: DirectusClient,
  sandbox: Sandbox,
  platform: string,
  contents: Contents = {},
): Promise<ConnectedAccount> {
  const username = `bench-${randomBytes(4).toString("hex")}`;
  const password = randomBytes(18).toString("base64url");
  await sandbox.createAccount({ username, password, ...contents });
  const credentials = { username, password };
  const plan = { platform, username, credentials, timezone: "UTC" };
  return { ...credentials, profileId: await createProfile(creator, plan) };
}
