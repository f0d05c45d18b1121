import { AppError } from "@genie/errors";
import type { PlatformFan } from "@genie/platforms";
import { describe, expect, it } from "vitest";
import { fakeAccount, profileId } from "../testing/fake-account.ts";
import { fakeFans } from "../testing/fake-fans.ts";
import type { FanRecords } from "./fan-records.ts";
import { readFans } from "./read-fans.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, hour));
const { signal } = new AbortController();

async function read(
  fans: FanRecords,
  pages: PlatformFan[][],
  takenAt: Date,
  { breaksAt = -1, isAll = true }: { breaksAt?: number; isAll?: boolean } = {},
) {
  async function* listFans() {
    for (const [index, page] of pages.entries()) {
      if (index === breaksAt) throw new AppError("upstream_unavailable", "It died.");
      yield page;
    }
  }
  const counts = { fans_seen: 0, fans_new: 0, fans_changed: 0, fans_expired: 0 };
  const { withAccount } = fakeAccount({
    session: true,
    adapter: { listFans, ...(isAll && { listsAllFans: true }) },
  });
  await withAccount(profileId, signal, (account) => readFans(fans, account, { counts, takenAt }));
  return counts;
}

describe("readFans", () => {
  it("keeps new fans with a score and a first point of their course, a request a page each", async () => {
    const { fans, rows, snapshots, asked } = fakeFans({ now: () => at(2) });
    const counts = await read(fans, [[fan("a"), fan("b")], [fan("c")]], at(1));
    expect(counts).toEqual({ fans_seen: 3, fans_new: 3, fans_changed: 0, fans_expired: 0 });
    expect(rows.map(({ platformFanId }) => platformFanId)).toEqual(["a", "b", "c"]);
    expect(rows[0]?.figures).toMatchObject({
      display_name: "Fan a",
      tier: "Gold",
      status: "active",
      total_spent: "10.00",
      engagement_score: expect.any(Number),
    });
    expect(rows[0]?.figures.engagement_score).toBeGreaterThan(14);
    expect(snapshots.map(({ fanId, takenAt }) => [fanId, takenAt])).toEqual([
      ["fan-1", at(1)],
      ["fan-2", at(1)],
      ["fan-3", at(1)],
    ]);
    expect(asked).toEqual({ find: 2, add: 2, update: 0, addSnapshots: 2 });
  });

  it("writes only what changed, and a point of the course only for money, tier and status", async () => {
    const { fans, snapshots, asked } = fakeFans({ now: () => at(1) });
    await read(fans, [[fan("a"), fan("b"), fan("c")]], at(1));
    const seen = { lastInteraction: new Date("2026-11-20T00:00:00Z") };
    const page = [fan("a"), fan("b", seen), fan("c", { totalSpent: "10.50" })];
    const counts = await read(fans, [page], at(3));
    expect(counts).toMatchObject({ fans_seen: 3, fans_new: 0, fans_changed: 2 });
    expect(snapshots.slice(3)).toMatchObject([{ fanId: "fan-3", total_spent: "10.50" }]);
    const before = { ...asked };
    await read(fans, [[fan("a"), fan("b", seen), fan("c", { totalSpent: "10.5" })]], at(4));
    expect(asked).toEqual({ ...before, find: before.find + 1 });
  });

  it("says expired of those who are not listed any more, only after the whole list", async () => {
    const { fans, rows, snapshots } = fakeFans({ now: () => at(1) });
    await read(fans, [[fan("a"), fan("b")]], at(1));
    const status = () => rows.map(({ figures }) => figures.status);
    const broken = read(fans, [[fan("a")], []], at(2), { breaksAt: 1 });
    await expect(broken).rejects.toMatchObject({ code: "upstream_unavailable" });
    expect(status()).toEqual(["active", "active"]);
    expect(await read(fans, [[fan("a")]], at(3))).toMatchObject({ fans_expired: 1 });
    expect(status()).toEqual(["active", "expired"]);
    expect(snapshots.at(-1)).toMatchObject({ fanId: "fan-2", status: "expired", takenAt: at(3) });
    expect(await read(fans, [[fan("a"), fan("b")]], at(4))).toMatchObject({ fans_changed: 1 });
    expect(status()).toEqual(["active", "active"]);
  });

  it("says it of nobody where the list may not be all of them", async () => {
    const { fans, rows } = fakeFans({ now: () => at(1) });
    await read(fans, [[fan("a"), fan("b")]], at(1));
    expect(await read(fans, [[fan("a")]], at(2), { isAll: false })).toMatchObject({
      fans_expired: 0,
    });
    expect(rows.map(({ figures }) => figures.status)).toEqual(["active", "active"]);
  });

  it("a try after one that was cut off takes the points that it left out, and none twice", async () => {
    const { fans, rows, snapshots } = fakeFans({ now: () => at(2) });
    const cutOff = { ...fans, addSnapshots: () => Promise.reject(new Error("killed")) };
    await expect(read(cutOff, [[fan("a")]], at(1))).rejects.toThrow("killed");
    expect(rows).toHaveLength(1);
    await read(fans, [[fan("a")]], at(1));
    expect(snapshots).toMatchObject([{ fanId: "fan-1", takenAt: at(1) }]);

    const halfWay = { ...fans, update: () => Promise.reject(new Error("killed")) };
    const more = [[fan("a", { tier: "Silver" })]];
    await expect(read(halfWay, more, at(5))).rejects.toThrow("killed");
    await read(fans, more, at(5));
    expect(snapshots).toHaveLength(2);
    expect(rows[0]?.figures.tier).toBe("Silver");
  });

  it("a fan whom another reading adds at the same time is kept once", async () => {
    const { fans, rows } = fakeFans({ now: () => at(1) });
    let others = 0;
    const busy: FanRecords = {
      ...fans,
      add: async (added) => {
        others += 1;
        if (others === 1) await read(fans, [[fan("b")]], at(1));
        return fans.add(added);
      },
    };
    expect(await read(busy, [[fan("a"), fan("b")]], at(1))).toMatchObject({ fans_new: 1 });
    expect(rows.map(({ platformFanId }) => platformFanId).toSorted()).toEqual(["a", "b"]);
  });

  it("ends with an error when fans can't be added whom nobody else has added", async () => {
    const { fans, asked } = fakeFans();
    const twice = read(fans, [[fan("a"), fan("a")]], at(1));
    await expect(twice).rejects.toThrow("can't be added");
    expect(asked).toMatchObject({ find: 2, add: 1, addSnapshots: 0 });
  });
});

function fan(id: string, change: Partial<PlatformFan> = {}): PlatformFan {
  return {
    platformFanId: id,
    username: id,
    displayName: `Fan ${id}`,
    tier: "Gold",
    status: "active",
    subscribedAt: new Date("2025-11-28T00:00:00Z"),
    totalSpent: "10.00",
    lastInteraction: new Date("2020-01-01T00:00:00Z"),
    ...change,
  };
}
