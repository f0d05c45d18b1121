import {
  createProfile,
  createScrapeJob,
  type DirectusClient,
  updateProfile,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Platform } from "@genie/platforms";
import type { Messages } from "#messages/messages.ts";

type NewAccount = {
  platform: Pick<Platform, "credentialFields" | "credentials" | "id">;
  credentials: Record<string, string>;
  timezone: string;
};

/**
 * Stores an account with its log-in and has it scraped. An account that is stored and can't be
 * scraped yet is connected all the same: trying again would meet it there.
 */
export async function connectAccount(
  directus: DirectusClient,
  { platform, credentials, timezone }: NewAccount,
  { platforms: { form } }: Pick<Messages, "platforms">,
): Promise<"connected" | "scraping"> {
  const profileId = await createProfile(directus, {
    platform: platform.id,
    username: usernameIn(platform, credentials),
    credentials,
    timezone,
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "conflict") {
      throw new AppError("conflict", form.exists, { cause: error });
    }
    throw error;
  });
  return startScrape(directus, profileId);
}

/** Stores another log-in for an account and tries it by scraping the profile. */
export async function replaceLogIn(
  directus: DirectusClient,
  profileId: string,
  credentials: Record<string, string>,
): Promise<"connected" | "scraping"> {
  await updateProfile(directus, profileId, { credentials });
  return startScrape(directus, profileId);
}

async function startScrape(
  directus: DirectusClient,
  profileId: string,
): Promise<"connected" | "scraping"> {
  try {
    await createScrapeJob(directus, profileId);
    return "scraping";
  } catch (error) {
    if (error instanceof AppError) return "connected";
    throw error;
  }
}

/** By what the account goes: the first thing asked for that is no secret, as the platform writes it. */
function usernameIn(
  { credentialFields, credentials: schema }: NewAccount["platform"],
  entered: Record<string, string>,
): string {
  const field = credentialFields.find(({ kind }) => kind === "text");
  if (field === undefined) return "";
  const credentials = schema.safeParse(entered).data ?? entered;
  return (credentials[field.name] ?? "").replace(/^@/, "");
}
