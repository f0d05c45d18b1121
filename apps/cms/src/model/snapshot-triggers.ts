import type { DatabaseObject } from "./database-object.ts";
import { triggerFunction, triggerOn } from "./trigger-objects.ts";

const media = "scraped_media";
const figures = ["likes", "comments", "views", "earnings"];

/** What keeps `media_snapshots`: the figures of an entry when it came and whenever they change, one row a day. */
export function snapshotTriggers(): DatabaseObject[] {
  const [added, changed] = ["genie_snapshot_added", "genie_snapshot_changed"];
  return [
    triggerFunction(added, snapshot("added n", "true")),
    triggerOn(media, added, "after insert", {
      each: "referencing new table as added for each statement",
    }),
    triggerFunction(
      changed,
      snapshot(
        "after n join before o on o.id = n.id",
        `(${listOf("n")}) is distinct from (${listOf("o")})`,
      ),
    ),
    triggerOn(media, changed, "after update", {
      each: "referencing old table as before new table as after for each statement",
    }),
  ];
}

const listOf = (row: string) => figures.map((figure) => `${row}.${figure}`).join(", ");

const snapshot = (from: string, where: string) => `begin
  insert into media_snapshots as s (id, user_id, scraped_media_id, taken_on, ${figures.join(", ")})
  select gen_random_uuid(), n.user_id, n.id, date_trunc('day', now(), 'UTC'), ${listOf("n")}
    from ${from} where ${where} and num_nonnulls(${listOf("n")}) > 0 order by n.id
  on conflict (scraped_media_id, taken_on) do update set (${figures.join(", ")}) = (${listOf("excluded")})
   where (${listOf("s")}) is distinct from (${listOf("excluded")});
  return null;
end`;
