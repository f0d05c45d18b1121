import type { Knex } from "knex";
import type { Payload } from "../directus.ts";
import { type PostMedia, readFiles, readMedia } from "../post-media.ts";
import type { Write } from "./post-write.ts";
import { idIn, isObject, targetsAfter } from "./references.ts";

/** `id` is null for one that is new, unless it is made from another. */
type Files = Pick<PostMedia, "altText" | "files" | "isInBin"> & { id: string | null };

/** The media that the post has after the write, each once, new ones in the payload included. */
export async function plannedMedia(
  database: Knex,
  { payload, stored, owner }: Write,
): Promise<Files[]> {
  const links = stored ? await linksOf(database, stored.id) : [];
  const named = "media_id" in payload ? payload["media_id"] : stored?.media_id;
  const targets = [named ?? null, ...targetsAfter(payload["media"], links, "scraped_media_id")];
  const seen = new Set<string>();
  const planned: Files[] = [];
  for (const target of targets.filter((value) => value !== null && value !== undefined)) {
    const id = idIn(target);
    if (id !== null && seen.has(id)) continue;
    if (id !== null) seen.add(id);
    planned.push(...(await filesOfTarget(database, target, owner)));
  }
  return planned;
}

async function filesOfTarget(
  database: Knex,
  target: unknown,
  owner: string | null,
): Promise<Files[]> {
  const id = idIn(target);
  if (isObject(target) && (id === null || "file_id" in target || "files" in target)) {
    return [await filesOfNew(database, target, owner)];
  }
  return id === null ? [] : readMedia(database, [id], owner);
}

async function filesOfNew(database: Knex, row: Payload, owner: string | null): Promise<Files> {
  const listed = targetsAfter(row["files"], [], "directus_files_id");
  const ids = new Set([row["file_id"], ...listed].flatMap((value) => idIn(value) ?? []));
  const files = await readFiles(database, [...ids], owner);
  const { alt_text: altText } = row;
  return {
    id: idIn(row) ?? idIn(row["derived_from"]),
    altText: typeof altText === "string" ? altText : "",
    isInBin: false,
    files: [...ids].flatMap((id) => files.get(id) ?? []),
  };
}

async function linksOf(database: Knex, post: string) {
  return database("scheduled_posts_media")
    .where("scheduled_posts_id", post)
    .orderByRaw("sort nulls last, id")
    .select<{ id: string; target: string }[]>({ id: "id", target: "scraped_media_id" });
}
