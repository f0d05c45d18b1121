import { z } from "zod";
import { metadataKinds } from "./renditions.ts";

/** What was taken out of a file, sent with what is left of it as the field `removed_metadata`: JSON. */
export const RemovedMetadata = z.array(z.enum(metadataKinds)).min(1);

/** What the worker says of a file, once: what it found and made, or why it could not, in a sentence for people. */
export const PreparedReport = z.union([
  z.strictObject({
    /** As seen: turned as the camera says. Pixels. */
    width: z.int().positive(),
    height: z.int().positive(),
    duration_s: z.number().nonnegative().nullable(),
    /** ThumbHash, base64. */
    placeholder: z.string().max(64),
    /** 64 bits: how far two pictures differ is how many of them do. */
    perceptual_hash: z.string().regex(/^[0-9a-f]{16}$/),
  }),
  z.strictObject({
    problem: z.string().min(1).max(1000),
    /** True when nothing of cameras and programs is in it, or is any more. */
    is_clean: z.boolean().optional(),
  }),
]);
export type PreparedReport = z.infer<typeof PreparedReport>;
