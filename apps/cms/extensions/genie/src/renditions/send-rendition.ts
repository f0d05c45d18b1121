import { pipeline } from "node:stream/promises";
import type { RenditionSize } from "@genie/schema";
import type { Response } from "express";
import { ownerSeenBy } from "../caller.ts";
import type { Context, GateRequest } from "../directus.ts";
import { diskOf } from "../directus-storage.ts";
import { refusal } from "../refusals.ts";
import { readStoredFile, renditionFile } from "./stored-file.ts";

/**
 * Sends a small picture of a file to its owner. It never changes, so browsers keep it for a year; what
 * another's file has, or whether it is there, nobody learns.
 */
export async function sendRendition(
  { database }: Pick<Context, "database">,
  request: GateRequest,
  response: Response,
  { file: id, size }: { file: string; size: RenditionSize },
): Promise<void> {
  const { accountability } = request;
  const file = accountability && (await readStoredFile(database, id));
  const owner = ownerSeenBy(accountability ?? null);
  if (!file || (owner !== null && file.owner !== owner)) {
    throw refusal("FORBIDDEN", "There is no such file of yours.");
  }
  if (file.prepared_at === null) throw notThere();
  const tag = `"${size}-${file.prepared_at.getTime().toString(36)}"`;
  const disk = await diskOf(file.storage);
  const path = renditionFile(id, size);
  const stored = await disk.stat(path).catch(() => null);
  if (stored === null) throw notThere();
  response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
  response.setHeader("ETag", tag);
  if (request.headers["if-none-match"] === tag) {
    response.status(304).end();
    return;
  }
  response.setHeader("Content-Type", "image/webp");
  response.setHeader("Content-Length", String(stored.size));
  await pipeline(await disk.read(path), response);
}

const notThere = () => refusal("NOT_FOUND", "There is no small picture of this file yet.");
