/** The life of a scheduled post. */
export const postStates = [
  "draft",
  "pending",
  "publishing",
  "unconfirmed",
  "published",
  "failed",
  "missed",
  "cancelled",
] as const;
export type PostState = (typeof postStates)[number];

/** The states that a person or a program may ask for; the others are the publisher's. */
export const statesOfTheGate = [
  "draft",
  "pending",
  "cancelled",
] as const satisfies readonly PostState[];

/**
 * `gate`: any write through Directus. `gate_unsent`: likewise, until it is written down that the post
 * goes out; the claim is revoked by it. `publisher`: the publishing endpoint alone, which may make the
 * other changes as well.
 */
export type PostWriter = "gate" | "gate_unsent" | "publisher";

/** Every allowed change of state, and who may make it. The database enforces this very table. */
export const postTransitions = {
  draft: { pending: "gate", cancelled: "gate" },
  pending: { draft: "gate", cancelled: "gate", publishing: "publisher", missed: "publisher" },
  publishing: {
    draft: "gate_unsent",
    pending: "gate_unsent",
    cancelled: "gate_unsent",
    published: "publisher",
    failed: "publisher",
    unconfirmed: "publisher",
  },
  unconfirmed: {
    pending: "publisher",
    publishing: "publisher",
    published: "publisher",
    failed: "publisher",
  },
  published: { unconfirmed: "publisher" },
  failed: { draft: "gate", pending: "gate", cancelled: "gate" },
  missed: { draft: "gate", pending: "gate", cancelled: "gate" },
  cancelled: { draft: "gate", pending: "gate" },
} as const satisfies Record<PostState, Partial<Record<PostState, PostWriter>>>;

/**
 * In these a post may be on its way to the platform: nobody but the publisher touches it, once it is
 * written down that it goes out.
 */
export const lockedPostStates = [
  "publishing",
  "unconfirmed",
] as const satisfies readonly PostState[];

/**
 * SQL: whether the post in `row` was taken up by a worker and is not announced yet, so that it may
 * still be changed. Each statement sees what is committed by then.
 */
export const isPreparedSql = (row: string): string => `(${row}.status = 'publishing' and exists (
  select 1 from publish_attempts
   where post_id = ${row}.id and generation = ${row}.generation and n = ${row}.attempt_no
     and state = 'started'))`;
