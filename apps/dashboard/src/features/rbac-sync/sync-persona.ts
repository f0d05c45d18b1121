import { createPersona, type DirectusClient, readUserName } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { z } from "zod";
import type { Messages } from "#messages/messages.ts";

const UserCreated = z.object({ event: z.literal("users.create"), user: z.uuid() });

/**
 * Gives a new user her persona. Repeating it changes nothing: the row is unique by user, and the
 * first one stays. Throws `invalid_input` for other events, `not_found` for an unknown user.
 */
export async function syncPersona(
  directus: DirectusClient,
  body: unknown,
  { requests }: Pick<Messages, "requests">,
): Promise<"created" | "exists"> {
  const parsed = UserCreated.safeParse(body);
  if (!parsed.success) throw new AppError("invalid_input", requests.unknownEvent);
  const userId = parsed.data.user;
  const { firstName, email } = await findUser(directus, userId, requests.unknownUser);
  return createPersona(directus, {
    userId,
    displayName: firstName?.trim() || localPart(email),
    onboardingState: "new",
    timezone: "UTC",
  });
}

async function findUser(directus: DirectusClient, id: string, notFound: string) {
  try {
    return await readUserName(directus, id);
  } catch (cause) {
    // Directus says "forbidden" of what does not exist, even to an administrator.
    if (cause instanceof AppError && ["forbidden", "not_found"].includes(cause.code)) {
      throw new AppError("not_found", notFound, { cause });
    }
    throw cause;
  }
}

function localPart(email: string): string {
  return email.split("@")[0] ?? "";
}
