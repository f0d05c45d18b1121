import { isPreparedSql, lockedPostStates, postTransitions } from "@genie/schema";
import type { DatabaseObject } from "./database-object.ts";
import { triggerFunction, triggerOn } from "./trigger-objects.ts";

/** A writer that may not touch a post that is being sent. The gate answers 409 with the message. */
export const postLockedState = "GH001";
/** A change of state that the table of transitions does not have. Likewise 409. */
export const postTransitionState = "GH002";

const posts = "scheduled_posts";
const junction = "scheduled_posts_media";

const contentColumns = [
  "creator_profile_id",
  "scheduled_for",
  "timezone",
  "caption",
  "rating",
  "late_policy",
];

/**
 * What must hold however a post is written, races included: the transitions of `postTransitions`,
 * hands off a post that may be on the platform, and a new generation with each edit. A post that is
 * prepared and not announced yet may be changed: that takes the claim back. The publishing endpoint
 * names itself with `set local genie.writer = 'publisher'`.
 */
export function postTriggers(): DatabaseObject[] {
  return [
    triggerFunction(
      "genie_guard_post",
      `declare
  publisher boolean := coalesce(current_setting('genie.writer', true), '') = 'publisher';
  edited boolean;
begin
  if tg_op = 'DELETE' then
    if not publisher and ${mayBeOut("old")} then ${locked()} end if;
    return old;
  end if;
  if tg_op = 'INSERT' then
    if new.status not in ('draft', 'pending') and not publisher then
      ${illegal("A new post starts as a draft or as pending.")}
    end if;
    return new;
  end if;
  if publisher is false then
    if ${mayBeOut("old")} then ${locked()} end if;
    edited := ${changed([...contentColumns, "platform_specific_config::text"])};
    -- A deleted picture empties media_id; that may happen to a post that is out.
    if old.status = 'published' and (edited or new.media_id <> old.media_id) then ${locked()} end if;
    if edited or new.media_id is distinct from old.media_id then
      new.generation := old.generation + 1;
    end if;
    -- What the platform said was of the plan before; its pause for the account stays.
    if new.generation <> old.generation then new.retry_at := null; end if;
    -- Why an earlier plan did not go out is not said of one that waits anew.
    if new.status = 'pending' and (new.generation <> old.generation or old.status <> 'pending') then
      new.error_message := null;
    end if;
    if old.status = 'publishing'
        and (new.status <> old.status or new.generation <> old.generation) then
      if new.status = old.status then new.status := 'pending'; end if;
      new.claim_token := null;
      new.claimed_until := null;
      update publish_attempts
         set state = 'released', finished_at = clock_timestamp(),
             error = 'The post was changed before it was sent.'
       where post_id = old.id and state = 'started';
    end if;
  end if;
  if new.status is distinct from old.status and not (${transitions()}) then
    ${illegal("A post that is % can't become %.", "old.status, new.status")}
  end if;
  return new;
end`,
    ),
    triggerOn(posts, "genie_guard_post", "before insert or update or delete"),
    triggerFunction(
      "genie_guard_post_media",
      `declare
  publisher boolean := coalesce(current_setting('genie.writer', true), '') = 'publisher';
  post record;
begin
  for post in select id, status, generation, attempt_no from ${posts}
    where id in (case when tg_op = 'INSERT' then null else old.scheduled_posts_id end,
                 case when tg_op = 'DELETE' then null else new.scheduled_posts_id end) for update
  loop
    if not publisher and (${mayBeOut("post")}
        or (post.status = 'published' and tg_op <> 'DELETE')) then ${locked()} end if;
    update ${posts} set generation = generation + 1 where id = post.id;
  end loop;
  return case when tg_op = 'DELETE' then old else new end;
end`,
    ),
    triggerOn(junction, "genie_guard_post_media", "before insert or update or delete"),
  ];
}

function transitions(): string {
  return Object.entries(postTransitions)
    .flatMap(([from, targets]) =>
      Object.entries(targets).map(
        ([to, writer]) =>
          `(old.status = '${from}' and new.status = '${to}'${writer === "publisher" ? " and publisher" : ""})`,
      ),
    )
    .join("\n    or ");
}

/** Whether a post is locked, and not merely prepared. */
const mayBeOut = (row: string) =>
  `(${row}.status in (${list(lockedPostStates)}) and not ${isPreparedSql(row)})`;

const list = (states: readonly string[]) => states.map((state) => `'${state}'`).join(", ");

const changed = (columns: readonly string[]) =>
  `(${columns.map((column) => `new.${column}`).join(", ")}) is distinct from (${columns
    .map((column) => `old.${column}`)
    .join(", ")})`;

const locked = () =>
  `raise exception using errcode = '${postLockedState}', message = 'This post is going out or has gone out, so it can''t be changed any more. Nothing was changed.';`;

const illegal = (message: string, values?: string) =>
  `raise exception '${message.replaceAll("'", "''")}'${values ? `, ${values}` : ""} using errcode = '${postTransitionState}';`;
