import type { ContentRating } from "@genie/schema";
import type { Payload } from "../directus.ts";

export type StoredPost = {
  id: string;
  user_id: string;
  creator_profile_id: string;
  media_id: string | null;
  status: string;
  scheduled_for: Date | null;
  caption: string | null;
  rating: ContentRating;
  group_id: string | null;
  platform_specific_config: Record<string, unknown> | null;
};

/** What is written and what is there already; `owner` null stands for anybody. */
export type Write = { payload: Payload; stored: StoredPost | null; owner: string | null };
