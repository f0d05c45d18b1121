import type { KnownFan } from "@genie/directus-client";
import type { OpenAccount } from "../accounts/account-session.ts";
import { ahead } from "../ahead.ts";
import { scored } from "./fan-figures.ts";
import type { FanRecords } from "./fan-records.ts";
import { type FanCounts, type FanReading, saveFans, snapshotOf } from "./save-fans.ts";

const activeAtOnce = 1000;

/**
 * Reads the fans of an account, a page at a time. Those who were active and are not listed any more have
 * expired, which is said only when the list was read to its end, where that is all of them. Nothing happens on platforms that list none.
 */
export async function readFans(
  fans: FanRecords,
  { adapter, context, profile }: OpenAccount,
  { counts, takenAt }: { counts: FanCounts; takenAt: Date },
): Promise<void> {
  if (adapter.listFans === undefined) return;
  const reading = { fans, profile, counts, takenAt, now: new Date() };
  const listed = new Set<string>();
  for await (const page of ahead(adapter.listFans(context))) {
    context.signal.throwIfAborted();
    for (const { platformFanId } of page) listed.add(platformFanId);
    await saveFans(reading, page);
  }
  if (adapter.listsAllFans) await expireOthers(reading, listed);
}

async function expireOthers(reading: FanReading, listed: ReadonlySet<string>): Promise<void> {
  const { fans, profile, counts, now } = reading;
  const gone: KnownFan[] = [];
  for (let offset = 0; ; offset += activeAtOnce) {
    const active = await fans.listActive(profile.id, { offset, limit: activeAtOnce });
    gone.push(...active.filter(({ platformFanId }) => !listed.has(platformFanId)));
    if (active.length < activeAtOnce) break;
  }
  const expired = gone.map(({ id, figures }) => ({
    id,
    ...scored({ ...figures, status: "expired" as const }, now),
  }));
  await fans.addSnapshots(expired.map((fan) => snapshotOf(reading, fan)));
  await fans.update(expired);
  counts.fans_expired += expired.length;
}
