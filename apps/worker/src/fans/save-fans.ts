import type { FanFigures, NewFanSnapshot, WorkerProfile } from "@genie/directus-client";
import type { PlatformFan } from "@genie/platforms";
import { fanFigures, isChanged, isNews } from "./fan-figures.ts";
import type { FanRecords } from "./fan-records.ts";

export type FanCounts = {
  fans_seen: number;
  fans_new: number;
  fans_changed: number;
  fans_expired: number;
};

export type FanReading = {
  fans: FanRecords;
  profile: Pick<WorkerProfile, "id" | "ownerId">;
  counts: FanCounts;
  /** The moment that its snapshots carry: the same for each try of a job, so that none is taken twice. */
  takenAt: Date;
  now: Date;
};

/**
 * Keeps a page of fans: new ones with one request, changed ones with another. What is a point of their
 * course is written down first, so that a try that was cut off leaves none out. Throws when new ones can't be
 * added although nobody else has.
 */
export async function saveFans(
  reading: FanReading,
  page: readonly PlatformFan[],
  /** How many of them were new at the last look. */
  wereNew = Infinity,
): Promise<void> {
  const { fans, profile, counts, takenAt, now } = reading;
  const known = await fans.find(
    profile.id,
    page.map(({ platformFanId }) => platformFanId),
  );
  const found = page.map((fan) => ({
    platformFanId: fan.platformFanId,
    figures: fanFigures(fan, now),
    before: known.get(fan.platformFanId),
  }));
  const fresh = found.filter(({ before }) => before === undefined);
  if (fresh.length >= wereNew) throw new Error("Fans that are not there can't be added.");
  const ids = await fans.add(
    fresh.map(({ platformFanId, figures }) => ({
      ...figures,
      platformFanId,
      ownerId: profile.ownerId,
      profileId: profile.id,
    })),
  );
  // Another reading was quicker with one of them: now it is known.
  if (ids === "exists") return saveFans(reading, page, fresh.length);

  const there = found.flatMap(({ figures, before }) => (before ? [{ figures, before }] : []));
  // A try that was cut off may have added a fan of this reading without her first point.
  const news = there.filter(
    ({ figures, before }) => isNews(before.figures, figures) || before.createdAt >= takenAt,
  );
  await fans.addSnapshots([
    ...fresh.map(({ figures }, index) => snapshotOf(reading, { ...figures, id: ids[index] ?? "" })),
    ...news.map(({ figures, before }) => snapshotOf(reading, { ...figures, id: before.id })),
  ]);
  const changed = there.filter(({ figures, before }) => isChanged(before.figures, figures));
  await fans.update(changed.map(({ figures, before }) => ({ ...figures, id: before.id })));
  counts.fans_seen += page.length;
  counts.fans_new += fresh.length;
  counts.fans_changed += changed.length;
}

/** A point of a fan's course. */
export function snapshotOf(
  { profile, takenAt }: FanReading,
  { id, status, tier, total_spent, engagement_score }: FanFigures & { id: string },
): NewFanSnapshot {
  const { ownerId } = profile;
  return { ownerId, fanId: id, takenAt, status, tier, total_spent, engagement_score };
}
