import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Client } from "pg";
import { type Account, createRow, createRows, userIdOf } from "./admin-api.ts";
import { e2eEnv } from "./e2e-env.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const shapes = [
  [600, 750],
  [800, 533],
  [640, 640],
  [540, 960],
  [1000, 500],
] as const;

const captions = [
  "Morning light in the new studio",
  "The blue set, part two",
  "Thank you for 18,000 of you",
  "Behind the scenes: three hours, one picture",
  "By the sea, and colder than it looks",
  "",
];

export type Library = {
  userId: string;
  profileId: string;
  /** As it stands in the grid, newest first. */
  mediaIds: string[];
};

/** A creator with an account that is signed in, one whose log-in is wanted, and thirty entries. */
export async function fillLibrary(page: Page, account: Account): Promise<Library> {
  const userId = await userIdOf(account.email);
  const profileId = await createRow("creator_profiles", {
    user_id: userId,
    platform: "sandbox",
    username: "robin.lee",
    connection_status: "connected",
    scrape_status: "success",
    scrape_enabled: true,
    // On a 29th of February: nothing is to be read meanwhile.
    scrape_frequency: "0 6 29 2 *",
    last_scraped_at: ago(2 * 60 * minuteMs),
    profile_data: {
      display_name: "Robin Lee",
      followers: 18420,
      following: 12,
      posts: 214,
      likes: 90310,
      earnings: "4812.50",
      currency: "USD",
    },
  });
  await createRow("creator_profiles", {
    user_id: userId,
    platform: "sandbox",
    username: "robin.after.dark",
    connection_status: "needs_login",
    scrape_status: "error",
    scrape_error: "Sandbox refused this password. Enter it again; nothing was changed.",
    last_scraped_at: ago(3 * dayMs),
  });
  await page.goto("/app/settings/appearance");
  const files = await uploadPictures(page);
  const videoId = await uploadVideo(page);
  const rows = Array.from({ length: 30 }, (_, place) => {
    const file = files[place % files.length];
    const isVideo = place % 9 === 4;
    const likes = 4000 - place * 120;
    return {
      id: randomUUID(),
      user_id: userId,
      creator_profile_id: profileId,
      platform_post_id: `post-${place}`,
      media_type: isVideo ? "video" : "image",
      // One file is missing.
      file_id: place === 7 ? null : isVideo ? videoId : file?.id,
      source: "scraped",
      caption: captions[place % captions.length],
      published_at: ago((place + 1) * dayMs),
      permalink: `http://sandbox.localhost/posts/${place}`,
      likes,
      comments: Math.round(likes / 40),
      views: likes * 9,
      earnings: (likes / 25).toFixed(2),
      currency: "USD",
      width: file?.width,
      height: file?.height,
    };
  });
  await createRows("scraped_media", rows);
  return { userId, profileId, mediaIds: rows.map(({ id }) => id) };
}

/** A job in a state, past gate and queue, as the worker would have left it; answers its id. */
export async function insertJob(row: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  const entries = Object.entries({ ...row, id });
  const places = entries.map((_entry, place) => `$${place + 1}`).join(", ");
  const names = entries.map(([name]) => name).join(", ");
  const values = entries.map(([, value]) => value);
  await query(`insert into media_jobs (${names}) values (${places})`, values);
  return id;
}

export async function updateJob(
  id: string,
  status: string,
  progress: number,
  outputMediaId: string | null = null,
): Promise<void> {
  await query(
    "update media_jobs set status = $2, progress = $3, output_media_id = $4 where id = $1",
    [id, status, progress, outputMediaId],
  );
}

async function query(text: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: e2eEnv().E2E_DATABASE_URL });
  await client.connect();
  try {
    await client.query(text, values);
  } finally {
    await client.end();
  }
}

export function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString();
}

/** The head of a video: enough for the gate to tell what it is. */
async function uploadVideo(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const head = [0, 0, 0, 24, ...new TextEncoder().encode("ftypisom0000isomavc1")];
    const form = new FormData();
    form.append("file", new File([new Uint8Array(head)], "clip.mp4", { type: "video/mp4" }));
    const response = await fetch("/api/directus/uploads", { method: "POST", body: form });
    const { data }: { data: { id: string } } = await response.json();
    return data.id;
  });
}

type StoredPicture = { id: string; width: number; height: number };

/** Draws pictures in the browser and hands them in as she would. */
async function uploadPictures(page: Page): Promise<StoredPicture[]> {
  const pictures: StoredPicture[] = [];
  for (const [place, [width, height]] of [...shapes, ...shapes].entries()) {
    const hue = (place * 67) % 360;
    const id = await page.evaluate(
      async ([width, height, hue]) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext("2d");
        if (context === null) throw new Error("there is no canvas");
        const gradient = context.createLinearGradient(0, 0, width, height);
        gradient.addColorStop(0, `hsl(${hue} 60% 70%)`);
        gradient.addColorStop(1, `hsl(${hue + 50} 55% 35%)`);
        context.fillStyle = gradient;
        context.fillRect(0, 0, width, height);
        context.fillStyle = `hsl(${hue + 180} 50% 80% / 0.5)`;
        context.arc(width * 0.6, height * 0.4, Math.min(width, height) * 0.3, 0, 7);
        context.fill();
        const form = new FormData();
        const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 });
        form.append("file", new File([blob], "picture.jpg", { type: "image/jpeg" }));
        const response = await fetch("/api/directus/uploads", { method: "POST", body: form });
        const { data }: { data: { id: string } } = await response.json();
        return data.id;
      },
      [width, height, hue] as const,
    );
    pictures.push({ id, width, height });
  }
  return pictures;
}
