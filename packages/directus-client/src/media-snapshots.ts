import type { MediaSnapshot as Row } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { readRows } from "./read-rows.ts";

/** How an entry had done by a day. Money in the entry's currency, as an exact number in text. */
export type MediaSnapshot = {
  takenOn: string;
  likes: number | null;
  comments: number | null;
  views: number | null;
  earnings: string | null;
};

/** How an entry did, oldest first: a reading for each day on which a figure changed, the latest 1000. */
export async function listMediaSnapshots(
  client: DirectusClient,
  mediaId: string,
): Promise<MediaSnapshot[]> {
  const rows = await readRows<Pick<Row, "comments" | "earnings" | "likes" | "taken_on" | "views">>(
    client,
    "media_snapshots",
    {
      fields: ["taken_on", "likes", "comments", "views", "earnings"],
      filter: { scraped_media_id: { _eq: mediaId } },
      sort: ["-taken_on"],
      limit: 1000,
    },
  );
  return rows.map(({ taken_on: takenOn, ...figures }) => ({ takenOn, ...figures })).toReversed();
}
