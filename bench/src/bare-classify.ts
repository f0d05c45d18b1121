import type { Classifier } from "@genie/taxonomy";
import type { Client } from "pg";
import { measure } from "./measure.ts";

const sampleMs = 2_000;
const atOnce = 200;

/** Captions that the classifier alone reads in a second. */
export function bareClassifyPerS(classifier: Classifier, captions: readonly string[]): number {
  const read = classifier.readFor([]);
  let next = 0;
  return measure(() => {
    const caption = captions[next % captions.length] ?? "";
    next += 1;
    const size = { width: 1600, height: 1200, durationS: null, sizeBytes: 250_000 };
    read({ caption, tags: [], media: { type: "image", ...size } });
  }, sampleMs);
}

/** Rows that PostgreSQL alone takes in a second: the same classifications, into a table without anything besides. */
export async function bareUpdatePerS(database: Client, owner: string): Promise<number> {
  await database.query(
    `create table bare_entries as select id, caption, null::json as taxonomy_concepts, null::timestamptz as classified_at
       from scraped_media where user_id = $1`,
    [owner],
  );
  await database.query("alter table bare_entries add primary key (id)");
  const { rows } = await database.query<{ id: string; classification: unknown }>(
    "select id, taxonomy_concepts as classification from scraped_media where user_id = $1",
    [owner],
  );
  const startedAt = performance.now();
  for (let from = 0; from < rows.length; from += atOnce) {
    await database.query(
      `update bare_entries b set taxonomy_concepts = c.classification, classified_at = clock_timestamp()
         from json_to_recordset($1::json) as c(id uuid, classification json) where b.id = c.id`,
      [JSON.stringify(rows.slice(from, from + atOnce))],
    );
  }
  const elapsedS = (performance.now() - startedAt) / 1000;
  await database.query("drop table bare_entries");
  return rows.length / elapsedS;
}
