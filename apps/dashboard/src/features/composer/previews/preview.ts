import type { ContentRating } from "@genie/schema";
import type { PostPart } from "../composer-draft.ts";
import type { DraftAccount } from "../draft-accounts.ts";

/** What the look of a post on its platform is made from. */
export type PreviewProps = { account: DraftAccount; part: PostPart; rating: ContentRating };

/** The name that the account shows there; its handle while that was never read. */
export function displayNameOf({ profile }: DraftAccount): string {
  const name = profile.figures?.["display_name"];
  return typeof name === "string" && name.trim() !== "" ? name : profile.username;
}

/** Without the sign before it. */
export const handleOf = ({ profile }: DraftAccount) => profile.username.replace(/^@/, "");
