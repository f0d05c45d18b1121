import { createItem, readItems, updateItem } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { isConflict } from "./translate-error.ts";

export type Persona = {
  id: string;
  displayName: string;
  onboardingState: string;
  timezone: string;
};

const fields = ["id", "display_name", "onboarding_state", "timezone"] as const;

/** The caller's own persona; null while a new user's is still being set up. */
export async function readOwnPersona(
  client: DirectusClient,
  viewer: RowReader,
): Promise<Persona | null> {
  const [row] = await client.send(
    readItems("user_personas", { fields: [...fields], limit: 1, ...onlyOwn(viewer) }),
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    displayName: row.display_name ?? "",
    onboardingState: row.onboarding_state,
    timezone: row.timezone,
  };
}

/** Changes fields of a persona that the caller owns. */
export async function updatePersona(
  client: DirectusClient,
  id: string,
  changes: Partial<Omit<Persona, "id">>,
): Promise<void> {
  const row = {
    ...(changes.displayName !== undefined && { display_name: changes.displayName }),
    ...(changes.onboardingState !== undefined && { onboarding_state: changes.onboardingState }),
    ...(changes.timezone !== undefined && { timezone: changes.timezone }),
  };
  await client.send(updateItem("user_personas", id, row, { fields: ["id"] }));
}

/** Makes the persona of a user; "exists" when there is one already, which stays as it is. */
export async function createPersona(
  client: DirectusClient,
  persona: { userId: string; displayName: string; onboardingState: string; timezone: string },
): Promise<"created" | "exists"> {
  try {
    await client.send(
      createItem(
        "user_personas",
        {
          user_id: persona.userId,
          display_name: persona.displayName,
          onboarding_state: persona.onboardingState,
          timezone: persona.timezone,
        },
        { fields: ["id"] },
      ),
    );
    return "created";
  } catch (error) {
    if (isConflict(error)) return "exists";
    throw error;
  }
}
