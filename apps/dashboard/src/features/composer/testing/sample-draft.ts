import type { Media } from "@genie/directus-client";
import type { ComposerDraft } from "../composer-draft.ts";

/** A draft in which nothing has been typed yet. */
export const emptyDraft: ComposerDraft = {
  profileIds: [],
  caption: "",
  media: [],
  options: {},
  own: {},
  rating: "general",
  date: "2026-11-25",
  time: "21:00",
  latePolicy: "publish",
};

/** A picture of the library. */
export function picture(id: string, file: Partial<NonNullable<Media["file"]>> = {}): Media {
  return {
    id,
    kind: "image",
    source: "uploaded",
    file: {
      id: `file-${id}`,
      mime: "image/png",
      name: "picture.png",
      sizeBytes: 1000,
      width: 10,
      height: 10,
      durationMs: null,
      placeholder: null,
      isPrepared: true,
      problem: null,
      removedMetadata: [],
      ...file,
    },
    caption: "",
    altText: "",
    account: null,
    permalink: null,
    publishedAt: null,
    createdAt: null,
    likes: null,
    comments: null,
    views: null,
    earnings: null,
    currency: null,
    width: 10,
    height: 10,
    durationS: null,
    derivedFrom: null,
    tags: [],
    deletedAt: null,
  };
}
