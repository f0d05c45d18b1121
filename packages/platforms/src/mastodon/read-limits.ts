import type { AccountLimits } from "../account-limits.ts";
import type { AdapterContext } from "../adapter.ts";
import type { AccountOn } from "./account-on.ts";
import { Instance } from "./api-types.ts";
import { reachApi, readAnswer } from "./call-api.ts";

/** What the server says that it takes; nothing from one that is too old to say it. */
export async function readLimits(
  context: AdapterContext,
  { origin }: AccountOn,
): Promise<AccountLimits> {
  const answer = await reachApi(context, origin, "/v2/instance");
  if (answer.status === 404) return {};
  const { statuses, media_attachments: media } = readAnswer(origin, answer, Instance).configuration;
  const typesOf = (kind: string) =>
    media.supported_mime_types?.filter((type) => type.startsWith(`${kind}/`)).slice(0, 100);
  return said({
    captionLength: statuses.max_characters,
    linkLength: statuses.characters_reserved_per_url,
    mediaCount: statuses.max_media_attachments,
    altTextLength: media.description_limit,
    image: said({
      maxBytes: media.image_size_limit,
      maxPixels: media.image_matrix_limit,
      mimeTypes: typesOf("image"),
    }),
    video: said({
      maxBytes: media.video_size_limit,
      maxPixels: media.video_matrix_limit,
      mimeTypes: typesOf("video"),
    }),
  });
}

type Said<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

/** Without what was not said. */
function said<Values extends object>(values: Values): Said<Values> {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Said<Values>;
}
