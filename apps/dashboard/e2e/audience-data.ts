import { randomUUID } from "node:crypto";
import { ago } from "./library-data.ts";
import { asPublisher, type SampleAccount } from "./sample-data.ts";

const dayMs = 24 * 60 * 60_000;

const names = [
  "Noor Vega",
  "Jules Bloom",
  "Sam Duarte",
  "Ari Lindqvist",
  "Tove Hale",
  "Kit Okafor",
];

/** Figures of eight weeks with eight days that were not read, and what the pictures came to. */
export async function fillFigures({ userId, profileId, mediaIds }: SampleAccount): Promise<void> {
  await asPublisher(async (client) => {
    await client.query("update creator_profiles set profile_data = $2 where id = $1", [
      profileId,
      JSON.stringify({ followers: 18_420, earnings: "4812.50", currency: "USD" }),
    ]);
    for (let day = 55; day >= 0; day -= 1) {
      if (day >= 10 && day < 18) continue;
      await client.query(
        `insert into profile_snapshots
           (id, user_id, creator_profile_id, taken_at, followers, posts, likes, earnings)
         values ($1, $2, $3, $4, $5, 214, null, $6)`,
        [
          randomUUID(),
          userId,
          profileId,
          ago(day * dayMs),
          18_420 - day * 61,
          (4_812.5 - day * 37.25).toFixed(2),
        ],
      );
    }
    for (const [place, id] of mediaIds.entries()) {
      await client.query(
        `update scraped_media
            set source = 'scraped', creator_profile_id = $2, platform_post_id = id::text,
                published_at = $3, likes = $4, views = $5, earnings = $6, currency = 'USD'
          where id = $1`,
        [id, profileId, ago((place + 1) * dayMs), 640 - place * 90, 5_000, "42.00"],
      );
    }
  });
}

/** Sixty fans, the first with a history and notes. */
export async function fillFans({ userId, profileId }: SampleAccount): Promise<void> {
  await asPublisher(async (client) => {
    for (let place = 0; place < 60; place += 1) {
      const id = randomUUID();
      await client.query(
        `insert into fan_profiles
           (id, user_id, creator_profile_id, platform_fan_id, username, display_name, tier, status,
            subscribed_at, engagement_score, total_spent, last_interaction, notes, date_created)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, now())`,
        [
          id,
          userId,
          profileId,
          String(place),
          `fan_${place}`,
          place < names.length ? names[place] : null,
          place % 3 === 0 ? "VIP" : null,
          ["active", "expired", "unknown"][place % 3],
          ago((30 + place) * dayMs),
          place === 59 ? null : 92 - place,
          place === 58 ? null : (900 - place * 15).toFixed(2),
          ago((1 + place) * dayMs),
          place === 0 ? "Likes the blue set." : null,
        ],
      );
      for (const reading of place === 0 ? [0, 1, 2, 3] : []) {
        await client.query(
          `insert into fan_snapshots
             (id, user_id, fan_profile_id, taken_at, status, tier, total_spent, engagement_score)
           values ($1, $2, $3, $4, 'active', 'VIP', $5, $6)`,
          [
            randomUUID(),
            userId,
            id,
            ago(reading * 9 * dayMs),
            900 - reading * 50,
            92 - reading * 4,
          ],
        );
      }
    }
  });
}

/** Two sessions that were refused after nine days, and one of an extension's that holds for five more. */
export async function insertSessions({ userId, profileId }: SampleAccount): Promise<void> {
  await asPublisher(async (client) => {
    for (const [capturedDays, endedDays] of [
      [40, 31],
      [30, 21],
      [4, null],
    ] as const) {
      await client.query(
        `insert into platform_sessions
           (id, user_id, creator_profile_id, platform, key_id, status, captured_by, captured_at,
            expires_at, last_used_at, ended_at)
         values ($1, $2, $3, 'sandbox', 1, $4, 'extension', $5, $6, $7, $8)`,
        [
          randomUUID(),
          userId,
          profileId,
          endedDays === null ? "active" : "expired",
          ago(capturedDays * dayMs),
          endedDays === null ? ago(-30 * dayMs) : null,
          ago((endedDays ?? 0.1) * dayMs),
          endedDays === null ? null : ago(endedDays * dayMs),
        ],
      );
    }
  });
}
