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

/** `gate`: any write through Directus. `publisher`: the publishing endpoint alone. */
export type PostWriter = "gate" | "publisher";

/** Every allowed change of state, and who may make it. The database enforces this very table. */
export const postTransitions = {
  draft: { pending: "gate", cancelled: "gate" },
  pending: { draft: "gate", cancelled: "gate", publishing: "publisher", missed: "publisher" },
  publishing: {
    pending: "publisher",
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
  published: {},
  failed: { draft: "gate", pending: "gate", cancelled: "gate" },
  missed: { draft: "gate", pending: "gate", cancelled: "gate" },
  cancelled: { draft: "gate", pending: "gate" },
} as const satisfies Record<PostState, Partial<Record<PostState, PostWriter>>>;

/** In these a post may be on its way to the platform: nobody but the publisher touches it. */
export const lockedPostStates = [
  "publishing",
  "unconfirmed",
] as const satisfies readonly PostState[];
