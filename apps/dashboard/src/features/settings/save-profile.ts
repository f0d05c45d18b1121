import {
  createPersona,
  type DirectusClient,
  type Persona,
  updatePersona,
  type Viewer,
} from "@genie/directus-client";

/** The onboarding state of somebody who has chosen her time zone. */
const zoneChosen = "zone_chosen";

type Profile = { displayName: string; timezone: string };

/** An administrator made at set-up has no persona yet and may make her own; a creator's exists. */
export async function saveProfile(
  directus: DirectusClient,
  { viewer, persona }: { viewer: Viewer; persona: Persona | null },
  profile: Profile,
): Promise<void> {
  const changes = { ...profile, onboardingState: zoneChosen };
  if (persona === null) await createPersona(directus, { userId: viewer.id, ...changes });
  else await updatePersona(directus, persona.id, changes);
}
