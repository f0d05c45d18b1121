import { z } from "zod";

const KeyId = z.int().min(1).max(0xff_ff_ff_ff);
const Place = z.object({ collection: z.string(), field: z.string() });

/** `GET /keys/status`, the operator's: what is sealed with which key. */
export const KeyStatus = z.object({
  /** The key that seals. */
  primary: KeyId,
  /** Each key that the gate has or that a value names; `isThere` false: the gate does not have it. */
  keys: z.array(
    z.object({
      id: KeyId,
      isThere: z.boolean(),
      values: z.array(Place.extend({ count: z.int().positive() })),
    }),
  ),
  /** Values that are no sealed value at all. */
  damaged: z.array(Place.extend({ count: z.int().positive() })),
});
export type KeyStatus = z.infer<typeof KeyStatus>;

/** How far sealing again has come: the field, and the row of it that was looked at last. */
const RotationMark = Place.extend({ after: z.uuid() });
export type RotationMark = z.infer<typeof RotationMark>;

/**
 * `POST /keys/rotate`, the operator's: seals up to `limit` values again with the key that seals, from the
 * mark that the call before answered; without one from the beginning. A call that is lost loses nothing.
 */
export const RotateRequest = z.strictObject({
  mark: RotationMark.strict().nullable().default(null),
  limit: z.int().min(1).max(1000).default(200),
});

/** A value that could not be opened, and stays as it is. */
const BadValue = Place.extend({
  id: z.uuid(),
  reason: z.enum(["damaged", "missing_key", "unopenable"]),
});
export type BadValue = z.infer<typeof BadValue>;

export const RotateAnswer = z.object({
  resealed: z.int().nonnegative(),
  /** Written to by somebody else at that moment; the next round finds those that still have an old key. */
  passedOver: z.int().nonnegative(),
  bad: z.array(BadValue),
  /** Null at the end of everything. */
  mark: RotationMark.nullable(),
});
export type RotateAnswer = z.infer<typeof RotateAnswer>;

/** `POST /keys/canaries`, the worker's: the sealed samples that its keys have to open. */
export const CanariesAnswer = z.array(z.string());
