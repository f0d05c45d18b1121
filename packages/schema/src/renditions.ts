/** Small pictures of our own of each stored file, WebP: the longer side of each, in pixels, never enlarged. */
export const renditionSizes = { small: 360, medium: 720, large: 1600 } as const;

export type RenditionSize = keyof typeof renditionSizes;

/** What cameras and programs write into a file beside the picture, and that we take out. */
export const metadataKinds = ["camera", "location", "text"] as const;
export type MetadataKind = (typeof metadataKinds)[number];
