import type { PublishingStack } from "./publishing-stack.ts";

const atOnce = 20;
const tables = ["directus_files", "scraped_media", "scraped_media_files"] as const;

/**
 * Milliseconds that PostgreSQL alone takes for the rows of an account's library: the same ones into empty
 * tables of the same shape with the same indexes, twenty posts a request, as pages of posts come.
 */
export async function insertBare(
  { database }: PublishingStack,
  profileId: string,
): Promise<number> {
  const media = "select * from scraped_media where creator_profile_id = $1";
  const queries = {
    directus_files: `select f.* from directus_files f where f.id in
      (select l.directus_files_id from scraped_media_files l join (${media}) m on m.id = l.scraped_media_id)`,
    scraped_media: media,
    scraped_media_files: `select l.* from scraped_media_files l join (${media}) m on m.id = l.scraped_media_id`,
  };
  const rows: { table: string; all: unknown[] }[] = [];
  for (const table of tables) {
    await database.query(`create table bare_${table} (like ${table} including all)`);
    const found = await database.query<{ row: unknown }>(
      `select to_jsonb(one) as row from (${queries[table]}) one`,
      [profileId],
    );
    rows.push({ table, all: found.rows.map(({ row }) => row) });
  }
  const most = Math.max(...rows.map(({ all }) => all.length));
  const startedAt = performance.now();
  for (let from = 0; from < most; from += atOnce) {
    for (const { table, all } of rows) {
      const some = JSON.stringify(all.slice(from, from + atOnce));
      await database.query(
        `insert into bare_${table} select * from jsonb_populate_recordset(null::bare_${table}, $1::jsonb)`,
        [some],
      );
    }
  }
  const elapsedMs = performance.now() - startedAt;
  for (const { table } of rows) await database.query(`drop table bare_${table}`);
  return elapsedMs;
}
