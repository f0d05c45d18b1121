import {
  type AppBskyFeedPost,
  type AppBskyRichtextFacet,
  type BlobRef,
  RichText,
  XRPCError,
} from "@atproto/api";
import type { ContentRating } from "@genie/schema";
import type { OutgoingFile, OutgoingPost } from "../adapter.ts";
import { ask, type Server } from "./server.ts";

export type UploadedFile = { file: OutgoingFile; blob: BlobRef };

/** Bluesky's own words for how far a post goes (com.atproto.label.defs#labelValue). */
const labels = {
  general: [],
  suggestive: ["sexual"],
  nudity: ["nudity"],
  explicit: ["porn"],
} as const satisfies Record<ContentRating, readonly string[]>;

/** What is kept of a post: the same each time for the same post, so that a repeat changes nothing. */
export async function postRecord(
  server: Server,
  { caption, rating, dueAt }: OutgoingPost,
  files: readonly UploadedFile[],
): Promise<AppBskyFeedPost.Record> {
  const text = caption.replaceAll("\r\n", "\n").toWellFormed();
  const facets = await facetsOf(server, text);
  const values = labels[rating].map((val) => ({ val }));
  const embed = embedOf(files);
  return {
    $type: "app.bsky.feed.post",
    text,
    createdAt: dueAt.toISOString(),
    ...(facets.length > 0 && { facets }),
    ...(values.length > 0 && {
      labels: { $type: "com.atproto.label.defs#selfLabels", values },
    }),
    ...(embed && { embed }),
  };
}

/** Links, tags and mentions; who is mentioned and is not there is left as text. */
async function facetsOf(server: Server, text: string): Promise<AppBskyRichtextFacet.Main[]> {
  const rich = new RichText({ text });
  rich.detectFacetsWithoutResolution();
  const facets: AppBskyRichtextFacet.Main[] = [];
  for (const { index, features } of rich.facets ?? []) {
    const kept: AppBskyRichtextFacet.Main["features"] = [];
    for (const feature of features) {
      const handle = "did" in feature && typeof feature.did === "string" ? feature.did : null;
      if (handle === null) kept.push(feature);
      else {
        const did = await didOf(server, handle);
        if (did !== null) kept.push({ $type: "app.bsky.richtext.facet#mention", did });
      }
    }
    if (kept.length > 0) facets.push({ index, features: kept });
  }
  return facets;
}

async function didOf({ agent }: Server, handle: string): Promise<string | null> {
  const found = await ask(() =>
    agent.com.atproto.identity.resolveHandle({ handle }).catch((error: unknown) => {
      const status: number | null = error instanceof XRPCError ? error.status : null;
      if (status === 400) return { data: null };
      throw error;
    }),
  );
  return found?.did ?? null;
}

function embedOf(files: readonly UploadedFile[]): AppBskyFeedPost.Record["embed"] {
  const [first] = files;
  if (first === undefined) return undefined;
  if (first.file.kind === "video") {
    const { altText: alt } = first.file;
    return {
      $type: "app.bsky.embed.video",
      video: first.blob,
      ...(alt !== "" && { alt }),
      ...ratioOf(first.file),
    };
  }
  return {
    $type: "app.bsky.embed.images",
    images: files.map(({ file, blob }) => ({
      image: blob,
      alt: file.altText,
      ...ratioOf(file),
    })),
  };
}

const ratioOf = ({ width, height }: OutgoingFile) =>
  width === null || height === null ? {} : { aspectRatio: { width, height } };
