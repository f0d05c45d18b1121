import type { Context } from "../directus.ts";
import { discardUpload } from "./discard-upload.ts";
import { forgetFinished } from "./finished-uploads.ts";
import { staleUploads } from "./upload-row.ts";

const keptHours = 24;
const mostAtOnce = 100;

/** Removes what was stored of uploads that nobody went on with for a day. */
export async function endStaleUploads(context: Context): Promise<void> {
  const stale = await staleUploads(context.database, keptHours, mostAtOnce);
  for (const upload of stale) await discardUpload(context, upload);
  await forgetFinished(context.database, keptHours);
}
