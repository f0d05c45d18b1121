import { profileData, snapshotFigures } from "@genie/platforms";
import type { Reading } from "./readings.ts";

/** The figures of the account's profile, for its row and as a row of `profile_snapshots`. */
export async function readProfile({ account, adapter, context }: Reading) {
  const figures = await adapter.scrapeProfile(context);
  const takenAt = new Date();
  return {
    profile_data: profileData(figures, takenAt),
    snapshot: {
      ...snapshotFigures(figures),
      creator_profile_id: account.id,
      taken_at: takenAt.toISOString(),
    },
  };
}
