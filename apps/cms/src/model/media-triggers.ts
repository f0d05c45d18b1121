import type { DatabaseObject } from "./database-object.ts";
import { forgottenPosts } from "./process-tables.ts";
import { triggerFunction, triggerOn } from "./trigger-objects.ts";

/** Work that was called off, and that somebody would go on with. The gate answers 409 with the message. */
const jobCancelledState = "GH003";

/**
 * A job that was called off stays so, whoever is about to write at that moment. An entry has the facts of the
 * file that it shows, whichever of the two was there first, and none of one that it showed before. What is not
 * prepared yet is found at once. A kind of work has one default. A post of an account whose entry was deleted stays
 * known, and goes with the account.
 */
export function mediaTriggers(): DatabaseObject[] {
  return [
    triggerFunction(
      "genie_guard_cancelled",
      `begin
  if old.status = 'cancelled'
      and (new.status, new.progress, new.started_at) is distinct from
          (old.status, old.progress, old.started_at) then
    raise exception using errcode = '${jobCancelledState}',
      message = 'This work was called off. Nothing was changed; start it again if you want it after all.';
  end if;
  return new;
end`,
    ),
    triggerOn("media_jobs", "genie_guard_cancelled", "before update"),
    triggerFunction(
      "genie_facts_of_file",
      `declare
  file record;
begin
  if new.file_id is null then return new; end if;
  if tg_op = 'UPDATE' and new.file_id is not distinct from old.file_id then return new; end if;
  -- Waits for a report on the file that is being written down; a later one finds this entry.
  select width, height, duration, perceptual_hash into file
    from directus_files where id = new.file_id for share;
  if tg_op = 'UPDATE' and old.file_id is not null then
    -- What was measured is of another file.
    new.perceptual_hash := null;
    new.width := null;
    new.height := null;
    new.duration_s := null;
  end if;
  new.perceptual_hash := coalesce(file.perceptual_hash, new.perceptual_hash);
  new.width := coalesce(file.width, new.width);
  new.height := coalesce(file.height, new.height);
  -- A file has whole seconds.
  new.duration_s := coalesce(new.duration_s, file.duration);
  return new;
end`,
    ),
    triggerOn("scraped_media", "genie_facts_of_file", "before insert or update of file_id"),
    triggerFunction(
      "genie_one_default",
      `begin
  update media_presets set is_default = false
   where user_id = new.user_id and job_type = new.job_type and id <> new.id and is_default;
  return null;
end`,
    ),
    triggerOn("media_presets", "genie_one_default", "after insert or update", {
      each: "for each row when (new.is_default)",
    }),
    triggerFunction(
      "genie_forget_post",
      `begin
  insert into ${forgottenPosts} (creator_profile_id, platform_post_id)
  select id, old.platform_post_id from creator_profiles where id = old.creator_profile_id
  on conflict do nothing;
  return null;
end`,
    ),
    triggerOn("scraped_media", "genie_forget_post", "after delete", {
      each: "for each row when (old.platform_post_id is not null)",
    }),
    {
      kind: "index",
      table: "directus_files",
      name: "directus_files_unprepared",
      create: `create index directus_files_unprepared on directus_files (uploaded_on)
        where prepared_at is null and preparation_problem is null and filesize is not null`,
      // Releases before took smaller files, and did not note that a file was clean when its small pictures failed.
      fill: `update directus_files set preparation_problem = null
        where preparation_problem is not null and removed_metadata is null`,
    },
  ];
}
