import type { Hook } from "../directus.ts";
import { wakeDueOwners, wakeOwnersOf } from "../taxonomy/wake-owners.ts";
import { gather } from "./gather.ts";

/** Long enough for the entries of one request, short enough not to be noticed. */
const gatherMs = 50;

/** After the commit: whose entries have to be classified anew is in the queue, once. */
export const wakeClassification: Hook = ({ action }, context) => {
  const wake = gather(gatherMs, (entries: string[]) => wakeOwnersOf(context, entries));

  action("scraped_media.items.create", async ({ key }) => wake([String(key)]));
  action("scraped_media.items.update", async ({ keys, payload }) => {
    // The classification itself.
    if (!("classified_at" in (payload as object))) wake(keys as string[]);
  });
  for (const event of ["create", "update", "delete"]) {
    action(`tag_overrides.items.${event}`, () => wakeDueOwners(context));
  }
};
