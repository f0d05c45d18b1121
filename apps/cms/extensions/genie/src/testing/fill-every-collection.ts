import { call, type TestDatabase, type TestUser } from "@genie/testing";
import { expect, vi } from "vitest";
import { png } from "./pictures.ts";

/** Something in every collection that comes in. */
export async function fillEveryCollection(database: TestDatabase, who: TestUser): Promise<void> {
  const form = new FormData();
  form.set("file", new Blob([png()]), "sun.png");
  const uploaded = await call("POST", "/uploads", {
    token: who.token,
    from: who.address,
    body: form,
  });
  const { id: file } = uploaded.data as { id: string };
  const account = await make(who, "creator_profiles", {
    platform: "sandbox",
    username: "robin",
    scrape_enabled: true,
  });
  const media = await make(who, "scraped_media", {
    media_type: "image",
    file_id: file,
    caption: "=sun",
    tags: ["beach"],
  });
  await make(who, "scraped_media_files", {
    scraped_media_id: media,
    directus_files_id: file,
    sort: 1,
  });
  const fan = await make(who, "fan_profiles", {
    creator_profile_id: account,
    platform_fan_id: "f1",
    notes: "likes tea",
  });
  const post = await make(who, "scheduled_posts", {
    creator_profile_id: account,
    media_id: media,
    caption: "planned",
    status: "pending",
    scheduled_for: "2031-01-01T00:00:00Z",
  });
  await make(who, "scheduled_posts_media", {
    scheduled_posts_id: post,
    scraped_media_id: media,
    sort: 1,
  });
  const off = await make(who, "scheduled_posts", {
    creator_profile_id: account,
    caption: "called off",
  });
  await as(who, "PATCH", `/items/scheduled_posts/${off}`, { status: "cancelled" });
  await make(who, "publish_pauses", {
    creator_profile_id: account,
    paused_from: "2031-01-01T00:00:00Z",
  });
  await make(who, "rule_packs", { name: "mine", rules: {} });
  await make(who, "media_presets", {
    name: "small",
    job_type: "compress",
    options: { target_mb: 5 },
  });
  await make(who, "saved_views", { page: "library", name: "all", query: { q: "sun" } });
  await make(who, "tag_overrides", {
    tag: "sunbath",
    dimension_id: await dimension(database),
    weight: "0.500",
  });
  await make(who, "conversations", { title: "hello", messages: [{ role: "user", text: "hi" }] });
  await database.query(
    `insert into profile_snapshots (id, user_id, creator_profile_id, taken_at, followers)
       values (gen_random_uuid(), $1, $2, '2026-01-01T00:00:00Z', 7)`,
    [who.id, account],
  );
  await database.query(
    `insert into fan_snapshots (id, user_id, fan_profile_id, taken_at, total_spent)
       values (gen_random_uuid(), $1, $2, '2026-01-01T00:00:00Z', 12.50)`,
    [who.id, fan],
  );
  await database.query(
    `insert into media_snapshots (id, user_id, scraped_media_id, taken_on, likes)
       values (gen_random_uuid(), $1, $2, '2026-01-01T00:00:00Z', 3)`,
    [who.id, media],
  );
  await vi.waitFor(
    async () => {
      const { rows } = await database.query(
        "select prepared_at from directus_files where id = $1",
        [file],
      );
      expect(rows[0]?.prepared_at).not.toBeNull();
    },
    { timeout: 30_000, interval: 200 },
  );
}

async function dimension(database: TestDatabase): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    "select id from taxonomy_dimensions limit 1",
  );
  return rows[0]?.id ?? "";
}

const as = (who: TestUser, method: string, path: string, body?: object) =>
  call(method, path, { token: who.token, from: who.address, ...(body && { body }) });

const make = async (who: TestUser, collection: string, body: object): Promise<string> => {
  const made = await as(who, "POST", `/items/${collection}`, body);
  expect([collection, made.status, made.text]).toEqual([collection, 200, made.text]);
  return (made.data as { id: string }).id;
};
