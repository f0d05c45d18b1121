import { createBlueskyAccount } from "@genie/testing";
import { expect, it } from "vitest";
import { change, create, type Creator, createCreator, read, scrape } from "../testing/creator.ts";

type Post = { id: string; status: string; permalink: string | null; error_message: string | null };
type Entry = { id: string; caption: string | null; file_id: string | null };

const patience = { timeout: 150_000, interval: 250 };
/** A PNG of one pixel. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

it("an account on Bluesky is read and posted to, and its app password opens the next session", async () => {
  const account = await createBlueskyAccount();
  const { username, did, appPassword: password } = account;
  await account.postPicture("From another program", picture, "image/png");
  const creator = await createCreator({ username, password }, "bluesky");
  expect(await scrape(creator)).toMatchObject({ status: "completed", result: { posts_seen: 1 } });
  const [entry] = await read<Entry[]>(creator, "/items/scraped_media");
  if (entry === undefined) throw new Error("The library is empty.");
  expect(entry).toMatchObject({ caption: "From another program", file_id: expect.any(String) });
  await change(creator, "scraped_media", entry.id, { alt_text: "A pixel" });

  const first = await published(creator, { caption: "With a picture", mediaId: entry.id });
  await account.endSessions();
  const second = await published(creator, { caption: "After the session had ended" });

  const [after, before, ...others] = await account.posts();
  expect(after?.text).toBe("After the session had ended");
  expect(before).toMatchObject({ text: "With a picture", embed: { images: [{ alt: "A pixel" }] } });
  expect(others).toHaveLength(1);
  const page = `https://bsky.app/profile/${did}/post`;
  expect([first, second]).toEqual([`${page}/${before?.id}`, `${page}/${after?.id}`]);

  await account.revokeAppPassword();
  await account.endSessions();
  const third = await plan(creator, { caption: "Never sent" });
  await expect.poll(async () => (await third()).status, patience).toBe("failed");
  expect((await third()).error_message).toMatch(/app password/);
  expect(await account.posts()).toHaveLength(3);
}, 400_000);

type Planned = { caption: string; mediaId?: string | null };

async function plan(
  creator: Creator,
  { caption, mediaId = null }: Planned,
): Promise<() => Promise<Post>> {
  const { id } = await create<Post>(creator, "scheduled_posts", {
    creator_profile_id: creator.profileId,
    caption,
    media_id: mediaId,
    scheduled_for: new Date(Date.now() + 1_000).toISOString(),
    status: "pending",
  });
  return () => read<Post>(creator, `/items/scheduled_posts/${id}`);
}

async function published(creator: Creator, planned: Planned): Promise<string | null> {
  const row = await plan(creator, planned);
  await expect.poll(async () => (await row()).status, patience).toBe("published");
  return (await row()).permalink;
}
