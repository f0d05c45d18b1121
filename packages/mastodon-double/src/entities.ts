import { mentionedBy, renderText } from "./render-text.ts";
import { sizeOf } from "./size-of.ts";
import type { Account, Media, State, Status } from "./state.ts";
import { textParts } from "./text-parts.ts";

/** `entities/Account`. */
export function accountEntity(state: State, { id, username }: Account) {
  const own = state.statuses.filter(({ accountId }) => accountId === id);
  return {
    id,
    username,
    acct: username,
    display_name: `${username} of the double`,
    locked: false,
    bot: false,
    discoverable: true,
    indexable: false,
    group: false,
    created_at: "2024-01-01T00:00:00.000Z",
    note: "",
    url: `${state.url}/@${username}`,
    uri: `${state.url}/users/${username}`,
    avatar: `${state.url}/avatars/missing.png`,
    avatar_static: `${state.url}/avatars/missing.png`,
    header: `${state.url}/headers/missing.png`,
    header_static: `${state.url}/headers/missing.png`,
    followers_count: 12,
    following_count: 3,
    statuses_count: own.length,
    last_status_at: own.at(-1)?.createdAt.toISOString().slice(0, 10) ?? null,
    emojis: [],
    fields: [],
  };
}

/** `entities/MediaAttachment`; without an address while it is being processed. */
export function mediaEntity(state: State, { id, mime, description, processingFor, bytes }: Media) {
  const url = `${state.url}/system/media_attachments/files/${id}`;
  const size = sizeOf(bytes);
  return {
    id,
    type: mime.split("/")[0] ?? "unknown",
    url: processingFor > 0 ? null : url,
    preview_url: processingFor > 0 ? null : url,
    remote_url: null,
    text_url: null,
    meta: size === null ? {} : { original: { ...size, size: `${size.width}x${size.height}` } },
    description,
    blurhash: null,
  };
}

/** `entities/Status`, as its author sees it. */
export function statusEntity(state: State, status: Status) {
  const author = state.accounts.find(({ id }) => id === status.accountId);
  if (author === undefined) throw new Error("A status has no author.");
  const parts = textParts(status.text);
  const url = `${state.url}/@${author.username}/${status.id}`;
  const media = status.mediaIds.flatMap((id) => state.media.get(id) ?? []);
  return {
    id: status.id,
    created_at: status.createdAt.toISOString(),
    in_reply_to_id: null,
    in_reply_to_account_id: null,
    sensitive: status.isSensitive,
    spoiler_text: status.spoilerText,
    visibility: status.visibility,
    language: "en",
    uri: `${state.url}/users/${author.username}/statuses/${status.id}`,
    url,
    replies_count: 0,
    reblogs_count: 0,
    favourites_count: 0,
    quotes_count: 0,
    edited_at: null,
    favourited: false,
    reblogged: false,
    muted: false,
    bookmarked: false,
    pinned: false,
    content: renderText(state, status.text),
    filtered: [],
    reblog: null,
    quote: null,
    application: { name: "The double's tests", website: null },
    account: accountEntity(state, author),
    media_attachments: media.map((one) => mediaEntity(state, one)),
    mentions: parts.flatMap((part) => {
      const mentioned = part.kind === "mention" ? mentionedBy(state, part) : null;
      return mentioned === null ? [] : [{ ...mentioned, id: mentioned.acct }];
    }),
    tags: parts.flatMap((part) =>
      part.kind === "hashtag"
        ? [{ name: part.tag.toLowerCase(), url: `${state.url}/tags/${part.tag}` }]
        : [],
    ),
    emojis: [],
    card: null,
    poll: null,
  };
}
