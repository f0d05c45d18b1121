import {
  addFans,
  addFanSnapshots,
  type DirectusClient,
  type FanFigures,
  findFans,
  type KnownFan,
  listActiveFans,
  type NewFan,
  type NewFanSnapshot,
  updateFans,
} from "@genie/directus-client";

/** What is kept of fans. */
export type FanRecords = {
  find: (profileId: string, platformFanIds: readonly string[]) => Promise<Map<string, KnownFan>>;
  /** A page of those that are said to be active. */
  listActive: (profileId: string, page: { offset: number; limit: number }) => Promise<KnownFan[]>;
  /** All or none; their ids, in order. */
  add: (fans: readonly NewFan[]) => Promise<string[] | "exists">;
  update: (changes: readonly (FanFigures & { id: string })[]) => Promise<void>;
  /** One that a fan has already at that moment is left as it is. */
  addSnapshots: (snapshots: readonly NewFanSnapshot[]) => Promise<void>;
};

export function fanRecords(client: DirectusClient): FanRecords {
  return {
    find: (profileId, ids) => findFans(client, profileId, ids),
    listActive: (profileId, page) => listActiveFans(client, profileId, page),
    add: (fans) => addFans(client, fans),
    update: (changes) => updateFans(client, changes),
    addSnapshots: (snapshots) => addFanSnapshots(client, snapshots),
  };
}
