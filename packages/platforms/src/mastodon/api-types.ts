import { z } from "zod";

const count = z.int().nonnegative();
const webAddress = z.url({ protocol: /^https?$/ });

/** docs.joinmastodon.org/entities/Account, of oneself. */
export const Me = z.object({
  id: z.string().min(1),
  username: z.string(),
  display_name: z.string(),
  followers_count: count,
  following_count: count,
  statuses_count: count,
});

const Attachment = z.object({
  type: z.string(),
  url: webAddress.nullable(),
  meta: z
    .object({ original: z.object({ width: count, height: count }).partial().catch({}) })
    .partial()
    .nullable()
    .catch(null),
});

/** docs.joinmastodon.org/entities/Status. */
export const Status = z.object({
  id: z.string().min(1),
  url: webAddress.nullable().catch(null),
  created_at: z.iso.datetime({ offset: true }),
  content: z.string(),
  replies_count: count,
  favourites_count: count,
  media_attachments: z.array(Attachment),
  mentions: z.array(z.object({ acct: z.string(), url: z.string() })),
  tags: z.array(z.object({ name: z.string() })),
});
export type Status = z.output<typeof Status>;

/** docs.joinmastodon.org/entities/MediaAttachment. */
export const Uploaded = z.object({ id: z.string().min(1) });

const said = count.optional().catch(undefined);

/** What of docs.joinmastodon.org/entities/Instance says what the server takes; it may say any part of it. */
export const Instance = z.object({
  configuration: z.object({
    statuses: z
      .object({
        max_characters: said,
        max_media_attachments: said,
        characters_reserved_per_url: said,
      })
      .default({}),
    media_attachments: z
      .object({
        description_limit: said,
        supported_mime_types: z.array(z.string()).optional().catch(undefined),
        image_size_limit: said,
        image_matrix_limit: said,
        video_size_limit: said,
        video_matrix_limit: said,
      })
      .default({}),
  }),
});
