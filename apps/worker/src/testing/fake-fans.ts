import type { KnownFan, NewFanSnapshot } from "@genie/directus-client";
import type { FanRecords } from "../fans/fan-records.ts";

/** Fans in memory, with how often each kind of request was made. */
export function fakeFans({ now = () => new Date() }: { now?: () => Date } = {}) {
  const rows: KnownFan[] = [];
  const snapshots: NewFanSnapshot[] = [];
  const asked = { find: 0, add: 0, update: 0, addSnapshots: 0 };
  const fans: FanRecords = {
    find: async (_profileId, ids) => {
      asked.find += 1;
      const found = rows.filter(({ platformFanId }) => ids.includes(platformFanId));
      return new Map(found.map((row) => [row.platformFanId, { ...row }]));
    },
    listActive: async (_profileId, { offset, limit }) =>
      rows.filter(({ figures }) => figures.status === "active").slice(offset, offset + limit),
    add: async (added) => {
      if (added.length > 0) asked.add += 1;
      const ids = [...rows, ...added].map(({ platformFanId }) => platformFanId);
      if (new Set(ids).size < ids.length) return "exists";
      return added.map(({ platformFanId, ownerId: _owner, profileId: _profile, ...figures }) => {
        const id = `fan-${rows.length + 1}`;
        rows.push({ id, platformFanId, createdAt: now(), figures });
        return id;
      });
    },
    update: async (changes) => {
      if (changes.length > 0) asked.update += 1;
      for (const { id, ...figures } of changes) {
        const row = rows.find((known) => known.id === id);
        if (row) row.figures = figures;
      }
    },
    addSnapshots: async (added) => {
      if (added.length > 0) asked.addSnapshots += 1;
      const isThere = ({ fanId, takenAt }: NewFanSnapshot) =>
        snapshots.some(
          (known) => known.fanId === fanId && known.takenAt.getTime() === takenAt.getTime(),
        );
      snapshots.push(...added.filter((snapshot) => !isThere(snapshot)));
    },
  };
  return { fans, rows, snapshots, asked };
}
