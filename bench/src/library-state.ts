import type { Account, PublishingStack } from "./publishing-stack.ts";

/** How an account's library differs from what the platform has; all zero when it does not. */
export type LibraryState = {
  missing: number;
  duplicates: number;
  /** Posts with other files than the platform has. */
  wrongFiles: number;
  /** Files of the owner that no entry has, or whose bytes never came. */
  orphanFiles: number;
};

/** Holds an account's library against what the sandbox itself lists. */
export async function compareLibrary(
  { database, sandbox }: PublishingStack,
  { profileId, username }: Account,
): Promise<LibraryState> {
  const there = await sandbox.filesOf(username);
  const { rows } = await database.query<{ post: string; files: number }>(
    `select m.platform_post_id as post, count(l.id)::int as files
     from scraped_media m left join scraped_media_files l on l.scraped_media_id = m.id
     where m.creator_profile_id = $1 group by m.id`,
    [profileId],
  );
  const known = new Map(rows.map(({ post, files }) => [post, files]));
  const orphans = await database.query<{ count: number }>(
    `select count(*)::int as count from directus_files f
     where f.owner = (select user_id from creator_profiles where id = $1)
       and (f.filesize is null
            or not exists (select 1 from scraped_media_files l where l.directus_files_id = f.id))`,
    [profileId],
  );
  return {
    missing: [...there.keys()].filter((post) => !known.has(post)).length,
    duplicates: rows.length - known.size,
    wrongFiles: rows.filter(({ post, files }) => there.get(post) !== files).length,
    orphanFiles: orphans.rows[0]?.count ?? 0,
  };
}
