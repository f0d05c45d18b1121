import type { ProfileSnapshot } from "@genie/directus-client";

export type Figure = "earnings" | "followers" | "likes";
export const figures = ["followers", "likes", "earnings"] as const satisfies readonly Figure[];

export type Trend = {
  figure: Figure;
  /** Null where the platform does not show it. */
  latest: number | null;
  /** Against the oldest of the time looked at; null when there is nothing to compare with. */
  change: number | null;
  /** When the oldest was taken, ISO 8601. */
  since: string | null;
  /** Oldest first. */
  points: { at: number; value: number }[];
};

/** How the figures of one account went; its snapshots come oldest first. */
export function accountTrends(snapshots: readonly ProfileSnapshot[]): Trend[] {
  return figures.map((figure) => {
    const known = snapshots.flatMap((snapshot) => {
      const value = snapshot[figure];
      return value === null ? [] : [{ takenAt: snapshot.takenAt, value: Number(value) }];
    });
    const [oldest] = known;
    const latest = known.at(-1);
    const isComparable = oldest !== undefined && latest !== undefined && known.length > 1;
    return {
      figure,
      latest: latest?.value ?? null,
      change: isComparable ? latest.value - oldest.value : null,
      since: isComparable ? oldest.takenAt : null,
      points: known.map(({ takenAt, value }) => ({ at: Date.parse(takenAt), value })),
    };
  });
}
