import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Client } from "pg";
import { type Account, chooseZone, createRow, userIdOf } from "./admin-api.ts";
import { e2eEnv } from "./e2e-env.ts";

export const zone = "Europe/Berlin";

/** A moment in a month that has no other posts and is never near. */
export const farOff = new Date("2031-05-14T12:00:00Z");

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export type SampleAccount = { userId: string; profileId: string; mediaIds: string[] };

/** A creator in Berlin with a connected account and three pictures. */
export async function connectSample(page: Page, account: Account): Promise<SampleAccount> {
  const userId = await userIdOf(account.email);
  await chooseZone(account.email, zone);
  const profileId = await createRow("creator_profiles", {
    user_id: userId,
    platform: "sandbox",
    username: "robin",
    connection_status: "connected",
    scrape_status: "success",
    last_scraped_at: ago(2 * hourMs),
  });
  const mediaIds: string[] = [];
  for (const hue of [20, 160, 290]) {
    mediaIds.push(await uploadMedia(page, { userId, hue }));
  }
  return { userId, profileId, mediaIds };
}

/** An account that posts can really be sent to; the way in is the platform's. */
export async function connectReal(
  { email }: Account,
  platform: string,
  credentials: { username: string } & Record<string, string>,
): Promise<SampleAccount> {
  const userId = await userIdOf(email);
  const profileId = await createRow("creator_profiles", {
    user_id: userId,
    platform,
    username: credentials.username,
    credentials,
    connection_status: "connected",
    scrape_enabled: false,
  });
  return { userId, profileId, mediaIds: [] };
}

/** A post that is due, which the next sweep finds; answers its id. */
export async function insertDue(sample: SampleAccount, caption: string): Promise<string> {
  const at = new Date(Date.now() - 1_000);
  return asPublisher((client) => insertPost(client, sample, { status: "pending", at, caption }));
}

/** Posts in every state round today, figures of the last weeks, and a job that failed. */
export async function fillSample(sample: SampleAccount): Promise<void> {
  const posts = [
    ["published", -3 * dayMs, "Behind the scenes of last week's shoot", null],
    ["published", -2 * hourMs, "Good afternoon from the studio", null],
    ["taken_down", -4 * dayMs, "The one with the red curtain", null],
    ["failed", -26 * hourMs, "A caption that was refused", "Sandbox refused this picture."],
    [
      "missed",
      -50 * hourMs,
      "Too late for this one",
      "The server was off at its time. Nothing was posted.",
    ],
    ["asked", -5 * minuteMs, "Did this one arrive?", null],
    ["pending", 3 * hourMs, "Tonight: the blue set. Ask me anything in the comments", null],
    ["pending", dayMs, "Tomorrow's teaser", null],
    ["pending", dayMs + hourMs, "And its second part", null],
    ["pending", dayMs + 2 * hourMs, "And a third", null],
    ["pending", dayMs + 3 * hourMs, "Which is not the last", null],
    ["draft", 2 * dayMs, "Something to finish", null],
    ["draft", null, "An idea without a time", null],
    ["cancelled", 3 * dayMs, "Not this one after all", null],
  ] as const;
  await asPublisher(async (client) => {
    for (const [index, [kind, awayMs, caption, problem]] of posts.entries()) {
      const at = awayMs === null ? null : new Date(Date.now() + awayMs);
      if (kind === "asked" && at !== null) {
        await insertDoubtful(client, sample, { at, caption, index });
        continue;
      }
      const status = kind === "taken_down" ? "published" : kind;
      const id = await insertPost(client, sample, { status, at, caption, problem, index });
      if (status !== "published") continue;
      await client.query(
        `update scheduled_posts
            set verified_at = scheduled_for + interval '20 seconds',
                still_live_at = scheduled_for + interval '1 hour', taken_down_at = $2,
                proof_file_id = (select file_id from scraped_media m where m.id = media_id)
          where id = $1`,
        [id, kind === "taken_down" ? ago(3 * hourMs) : null],
      );
    }
    await client.query(
      `insert into media_jobs
         (id, user_id, job_type, input_media_id, status, error, payload, created_at)
       values ($1, $2, 'watermark', $3, 'failed', $4, $5, now())`,
      [
        randomUUID(),
        sample.userId,
        sample.mediaIds[0],
        "The picture could not be read. Nothing was changed.",
        JSON.stringify({ text: "@robin", position: "bottom-right", opacity: 0.5, scale: 0.2 }),
      ],
    );
    for (let day = 28; day >= 0; day -= 4) {
      await client.query(
        `insert into profile_snapshots
           (id, user_id, creator_profile_id, taken_at, followers, following, posts, likes, earnings)
         values ($1, $2, $3, $4, $5, 12, 214, $6, $7)`,
        [
          randomUUID(),
          sample.userId,
          sample.profileId,
          ago(day * dayMs + hourMs),
          18_420 - day * 61 + (day % 8) * 40,
          90_310 - day * 500,
          (4_812.5 - day * 37.25).toFixed(2),
        ],
      );
    }
  });
}

type SamplePost = {
  status: string;
  at: Date | null;
  caption: string;
  problem?: string | null;
  index?: number;
};

/** A post in any state, as the publisher would have left it; answers its id. */
export async function insertPost(
  client: Client,
  { userId, profileId, mediaIds }: SampleAccount,
  { status, at, caption, problem = null, index = 0 }: SamplePost,
): Promise<string> {
  const id = randomUUID();
  const mediaId = mediaIds[index % mediaIds.length];
  const isPublished = status === "published";
  await client.query(
    `insert into scheduled_posts
       (id, user_id, creator_profile_id, media_id, scheduled_for, timezone, status, caption,
        error_message, published_at, permalink)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      userId,
      profileId,
      mediaId,
      at,
      zone,
      status,
      caption,
      problem,
      isPublished ? at : null,
      isPublished ? `http://sandbox.localhost/posts/${id}` : null,
    ],
  );
  if (mediaId === undefined) return id;
  await client.query(
    `insert into scheduled_posts_media (id, user_id, scheduled_posts_id, scraped_media_id, sort)
     values ($1, $2, $3, $4, 1)`,
    [randomUUID(), userId, id, mediaId],
  );
  return id;
}

/** A post whose outcome its owner is asked for, with the request that went out for it. */
export async function insertDoubtful(
  client: Client,
  sample: SampleAccount,
  post: { at: Date; caption: string; index?: number },
): Promise<string> {
  const id = await insertPost(client, sample, {
    ...post,
    status: "unconfirmed",
    problem:
      "Sandbox did not say whether it took this post, and we can't find out by ourselves. Look there, and say here what you found. It is not sent again by itself.",
  });
  await client.query("update scheduled_posts set asked_at = now(), attempt_no = 1 where id = $1", [
    id,
  ]);
  await client.query(
    `insert into publish_attempts
       (id, user_id, post_id, generation, n, state, idempotency_key, sent_at)
     select $2, user_id, id, generation, 1, 'unknown', id || '-' || generation, scheduled_for
       from scheduled_posts where id = $1`,
    [id, randomUUID()],
  );
  return id;
}

/** Writes as only the publisher may; for how things look, not for how they come about. */
export async function asPublisher<Result>(
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: e2eEnv().E2E_DATABASE_URL });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('genie.writer', 'publisher', true)");
    const result = await work(client);
    await client.query("commit");
    return result;
  } finally {
    await client.end();
  }
}

function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString();
}

/** A picture of hers in the library; answers its id. */
export async function uploadMedia(
  page: Page,
  { userId, hue }: { userId: string; hue: number },
): Promise<string> {
  if (!page.url().includes("/app/settings/")) await page.goto("/app/settings/appearance");
  return createRow("scraped_media", {
    user_id: userId,
    media_type: "image",
    file_id: await uploadPicture(page, hue),
    caption: `A picture in hue ${hue}`,
  });
}

/** Draws a picture in the browser and hands it in as she would. */
async function uploadPicture(page: Page, hue: number): Promise<string> {
  return page.evaluate(async (hue) => {
    const canvas = new OffscreenCanvas(600, 750);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("there is no canvas");
    const gradient = context.createLinearGradient(0, 0, 600, 750);
    gradient.addColorStop(0, `hsl(${hue} 60% 70%)`);
    gradient.addColorStop(1, `hsl(${hue + 50} 55% 35%)`);
    context.fillStyle = gradient;
    context.fillRect(0, 0, 600, 750);
    context.fillStyle = `hsl(${hue + 180} 50% 80% / 0.5)`;
    context.arc(380, 300, 170, 0, 7);
    context.fill();
    const form = new FormData();
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
    form.append("file", new File([blob], "picture.jpg", { type: "image/jpeg" }));
    const response = await fetch("/api/directus/uploads", { method: "POST", body: form });
    const { data }: { data: { id: string } } = await response.json();
    return data.id;
  }, hue);
}
