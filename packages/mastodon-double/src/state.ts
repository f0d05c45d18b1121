import { randomBytes } from "node:crypto";

export type Account = { id: string; username: string; token: string; isRevoked: boolean };

export type Media = {
  id: string;
  accountId: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
  description: string | null;
  /** How often it answers that it is still being processed. */
  processingFor: number;
  statusId: string | null;
};

export type Visibility = "direct" | "private" | "public" | "unlisted";

export type Status = {
  id: string;
  accountId: string;
  createdAt: Date;
  text: string;
  spoilerText: string;
  isSensitive: boolean;
  visibility: Visibility;
  mediaIds: string[];
};

/** What this server takes, as `/api/v2/instance` says it, and how it behaves. */
export type Settings = {
  max_characters: number;
  max_media_attachments: number;
  characters_reserved_per_url: number;
  description_limit: number;
  image_size_limit: number;
  image_matrix_limit: number;
  video_size_limit: number;
  video_matrix_limit: number;
  supported_mime_types: string[];
  /** Requests of an account in five minutes, and uploads and deletions in thirty. */
  requests: number;
  uploads: number;
  deletions: number;
  /** How often an upload says that it is being processed; images are at once, by default. */
  image_processing_for: number;
  video_processing_for: number;
  /** Between the look at the key of a new status and the moment when it is there. */
  status_ms: number;
};

/** Everything that the server knows. */
export type State = {
  url: string;
  settings: Settings;
  accounts: Account[];
  media: Map<string, Media>;
  /** Oldest first. */
  statuses: Status[];
  keys: Map<string, { statusId: string; until: number }>;
  /** When requests came, by account and kind. */
  requests: Map<string, number[]>;
};

/** What servers take by default: docs.joinmastodon.org/user/posting, entities/Instance. */
export const usualSettings: Settings = {
  max_characters: 500,
  max_media_attachments: 4,
  characters_reserved_per_url: 23,
  description_limit: 1500,
  image_size_limit: 16 * 1024 * 1024,
  image_matrix_limit: 33_177_600,
  video_size_limit: 99 * 1024 * 1024,
  video_matrix_limit: 8_294_400,
  supported_mime_types: [
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/heic",
    "image/heif",
    "image/webp",
    "image/avif",
    "video/webm",
    "video/mp4",
    "video/quicktime",
    "audio/mpeg",
  ],
  requests: 300,
  uploads: 30,
  deletions: 30,
  image_processing_for: 0,
  video_processing_for: 2,
  status_ms: 0,
};

export function createState(): State {
  return {
    url: "",
    settings: { ...usualSettings },
    accounts: [],
    media: new Map(),
    statuses: [],
    keys: new Map(),
    requests: new Map(),
  };
}

let last = 0n;

/** An id that is larger than those before it, and says when it was made, like Mastodon's. */
export function newId(): string {
  const now = BigInt(Date.now()) << 16n;
  last = now > last ? now : last + 1n;
  return String(last);
}

export const newToken = (): string => randomBytes(32).toString("base64url");
