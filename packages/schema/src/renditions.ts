import { z } from "zod";

/** Small pictures of our own of each stored file, WebP: the longer side of each, in pixels, never enlarged. */
export const renditionSizes = { small: 360, medium: 720, large: 1600 } as const;

export type RenditionSize = keyof typeof renditionSizes;

/** What cameras and programs write into a file beside the picture, and that we take out. */
export const metadataKinds = ["camera", "location", "text"] as const;
export type MetadataKind = (typeof metadataKinds)[number];

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
  z.strictObject({ problem: z.string().min(1).max(1000) }),
]);
export type PreparedReport = z.infer<typeof PreparedReport>;
