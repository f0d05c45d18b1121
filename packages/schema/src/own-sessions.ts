import { z } from "zod";

/** Names a session for its owner; nobody gets in by it. */
const SessionId = z.string().regex(/^[0-9a-f]{64}$/);

/** One place where a person is signed in. */
export const OwnSession = z.object({
  id: SessionId,
  /** Whether it is the one that asks. */
  is_current: z.boolean(),
  /** What its browser or program calls itself. */
  user_agent: z.string().nullable(),
  /** Where it was opened or renewed from. */
  ip: z.string().nullable(),
  /** When it was opened or renewed last. The dashboard renews one that is in use once a day. */
  renewed_at: z.iso.datetime({ offset: true }),
});
export type OwnSession = z.infer<typeof OwnSession>;

/** `GET /account/sessions`: the caller's own, the one that asks first, then by when they were renewed. */
export const OwnSessions = z.array(OwnSession);

/** `POST /account/sessions/end`. */
export const EndSession = z.strictObject({ id: SessionId });
