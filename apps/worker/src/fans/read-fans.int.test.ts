import { createSandboxAccount, openDatabase, sandboxAdmin } from "@genie/testing";
import { afterAll, expect, it } from "vitest";
import { change, createReadCreator, read, scrape } from "../testing/creator.ts";

type FanRow = {
  id: string;
  platform_fan_id: string;
  username: string;
  status: string;
  tier: string;
  total_spent: string;
  engagement_score: number;
  notes: string | null;
};
type Snapshot = { fan_profile_id: string; status: string; total_spent: string };
type SandboxFan = { id: number; username: string; spent_cents: number };

const database = openDatabase();
afterAll(() => database.end());

it("brings fans with their scores, then what changed, and touches no notes", async () => {
  const account = await createSandboxAccount({ posts: 0 });
  const creator = await createReadCreator(account);
  const list = () => read<FanRow[]>(creator, "/items/fan_profiles?limit=-1&sort=-total_spent,id");
  const course = () => read<Snapshot[]>(creator, "/items/fan_snapshots?limit=-1&sort=taken_at");
  const fans = await list();
  expect(fans).toHaveLength(60);
  expect(await course()).toHaveLength(60);
  for (const fan of fans) {
    expect(fan).toMatchObject({ status: "active", tier: expect.any(String) });
    expect(fan.engagement_score).toBeGreaterThan(15);
    expect(fan.engagement_score).toBeLessThanOrEqual(100);
  }
  const [first, second] = fans;
  const onSandbox = await sandboxAdmin<{ fans: SandboxFan[] }>(
    "GET",
    `/fans?username=${account.username}`,
  );
  const idOf = (fan: FanRow | undefined) =>
    onSandbox.fans.find(({ username }) => username === fan?.username)?.id ?? 0;
  await change(creator, "fan_profiles", second?.id ?? "", { notes: "likes the sea" });
  await sandboxAdmin("PATCH", `/fans/${idOf(second)}`, { spent_cents: 99_999_00 });
  await sandboxAdmin("DELETE", `/fans/${idOf(first)}`);

  const job = await scrape(creator);
  expect(job.result).toMatchObject({
    fans_seen: 59,
    fans_new: 0,
    fans_changed: 1,
    fans_expired: 1,
  });
  const after = await list();
  expect(after).toHaveLength(60);
  expect(after.find(({ id }) => id === first?.id)).toMatchObject({
    status: "expired",
    total_spent: first?.total_spent,
  });
  expect(after[0]).toMatchObject({
    id: second?.id,
    total_spent: "99999.00",
    notes: "likes the sea",
  });
  const points = (await course()).slice(60);
  expect(points).toHaveLength(2);
  expect(points).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ fan_profile_id: first?.id, status: "expired" }),
      expect.objectContaining({ fan_profile_id: second?.id, total_spent: "99999.00" }),
    ]),
  );
  expect((await scrape(creator)).result).toMatchObject({ fans_seen: 59, fans_changed: 0 });
  expect(await course()).toHaveLength(62);
});
