import { z } from "zod";

/** How long a person has to sign in before the work that waits for it is given up. */
export const askedForMs = 24 * 60 * 60_000;

/**
 * What the worker, the dashboard and the gate say to each other about log-ins that need a person
 * (`POST /people/<step>`).
 *
 * `park`, the worker's: a job waits until somebody has signed in to its account. `parked` is false when
 * that has happened by now, so that the job may go on at once.
 */
export const ParkRequest = z.strictObject({ job_id: z.uuid(), sentence: z.string().min(1) });
export const ParkAnswer = z.object({ parked: z.boolean() });

/** `fail`, the worker's: the log-in came to nothing, and why. What waited for it ends. */
export const FailRequest = z.strictObject({
  hitl_session_id: z.uuid(),
  notes: z.string().min(1),
});

/** `open`: she wants to sign in to an account of hers, by hand. Answers the row that stands for it. */
export const OpenRequest = z.strictObject({ creator_profile_id: z.uuid() });
export const OpenAnswer = z.object({ hitl_session_id: z.uuid() });

/**
 * `enter`: the way into the browser that waits for her. While there is none yet it is being started. A
 * ticket opens it once, within a minute, for her alone.
 */
export const EnterRequest = z.strictObject({
  hitl_session_id: z.uuid(),
  /** The browser that was announced is not there: another one is started. */
  lost: z.boolean().default(false),
});
export const EnterAnswer = z.discriminatedUnion("state", [
  z.object({ state: z.literal("ready"), ticket: z.string() }),
  z.object({ state: z.literal("starting") }),
  z.object({
    state: z.enum(["completed", "expired", "failed", "cancelled"]),
    notes: z.string().nullable(),
  }),
]);
export type EnterAnswer = z.infer<typeof EnterAnswer>;

/** `redeem`: the dashboard's server turns a ticket of the person whose cookie it passes on into a browser. */
export const RedeemRequest = z.strictObject({ ticket: z.string().min(1).max(200) });
export const RedeemAnswer = z.object({ browser_session_id: z.string() });

/** `cancel`: she does not want to sign in; what waited for it ends. */
export const CancelRequest = z.strictObject({ hitl_session_id: z.uuid() });
