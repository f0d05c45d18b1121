import type { MediaQuery } from "@genie/directus-client";
import { z } from "zod";

/** The parts of the address that say what of the library is shown. */
export const libraryParts = ["q", "platform", "type", "source", "sort"] as const;

export type LibraryPart = (typeof libraryParts)[number];

export const mediaKinds = ["image", "video", "gallery"] as const;
export const mediaSources = ["scraped", "uploaded", "derived"] as const;
export const mediaOrders = ["newest", "likes", "earnings"] as const;

const Query = z.object({
  search: z.string().trim().max(200).catch(""),
  platform: z.string().max(64).optional().catch(undefined),
  kind: z.enum(mediaKinds).optional().catch(undefined),
  source: z.enum(mediaSources).optional().catch(undefined),
  order: z.enum(mediaOrders).catch("newest"),
});

/** What the address asks for; what makes no sense is left out. */
export function libraryQuery(get: (part: LibraryPart) => string | null): MediaQuery {
  return Query.parse({
    search: get("q") ?? "",
    platform: get("platform") ?? undefined,
    kind: get("type") ?? undefined,
    source: get("source") ?? undefined,
    order: get("sort") ?? "newest",
  });
}

/** How many of the choices narrow what is shown. */
export function filterCount({ platform, kind, source }: MediaQuery): number {
  return [platform, kind, source].filter((choice) => choice !== undefined).length;
}
