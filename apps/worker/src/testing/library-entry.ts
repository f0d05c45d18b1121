import { call, stackUnderTest, type TestUser } from "@genie/testing";
import { vi } from "vitest";
import { create, read } from "./creator.ts";

export type Entry = {
  id: string;
  media_type: string;
  source: string;
  file_id: string;
  derived_from: string | null;
  caption: string | null;
  alt_text: string | null;
  tags: string[] | null;
  width: number | null;
  height: number | null;
  duration_s: string | null;
};

export type StoredFile = {
  id: string;
  type: string;
  filename_download: string;
  filesize: string;
  width: number | null;
  height: number | null;
  prepared_at: string | null;
  preparation_problem: string | null;
  placeholder: string | null;
  removed_metadata: string[] | null;
};

/** Stores a file of hers, and answers its id. */
export async function upload(
  user: TestUser,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<string> {
  const form = new FormData();
  form.set("file", new Blob([bytes]), name);
  const { token, address: from } = user;
  const { data, text } = await call("POST", "/uploads", { token, from, body: form });
  if (!data) throw new Error(`The upload was refused: ${text}`);
  return (data as { id: string }).id;
}

/** An entry of her library with a file of its own. */
export async function addEntry(
  user: TestUser,
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<Entry> {
  const file_id = await upload(user, bytes, name);
  const media_type = name.endsWith(".mp4") ? "video" : "image";
  const row = { media_type, file_id, caption: "A caption", alt_text: "Fields", tags: ["one"] };
  return create<Entry>(user, "scraped_media", row);
}

export const readEntry = (user: TestUser, id: string | null) =>
  read<Entry>(user, `/items/scraped_media/${id}`);

export const readFileRow = (user: TestUser, id: string) => read<StoredFile>(user, `/files/${id}`);

/** The row of a file when the worker has prepared it, or said why it can't be. */
export const whenPrepared = (user: TestUser, file: string): Promise<StoredFile> =>
  vi.waitFor(
    async () => {
      const row = await readFileRow(user, file);
      if (row.prepared_at === null && row.preparation_problem === null) throw new Error("not yet");
      return row;
    },
    { timeout: 60_000, interval: 200 },
  );

/** The bytes of a stored file of hers. */
export async function bytesOf(user: TestUser, fileId: string): Promise<Uint8Array<ArrayBuffer>> {
  const { directusUrl } = stackUnderTest();
  const headers = { authorization: `Bearer ${user.token}` };
  const answer = await fetch(`${directusUrl}/assets/${fileId}`, { headers });
  return new Uint8Array(await answer.arrayBuffer());
}
