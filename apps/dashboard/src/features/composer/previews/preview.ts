import type { ContentRating } from "@genie/schema";
import type { PostPart } from "../composer-draft.ts";
import type { DraftAccount } from "../draft-accounts.ts";

/** What the look of a post on its platform is made from. */
export type PreviewProps = { account: DraftAccount; part: PostPart; rating: ContentRating };

/** The name that the account shows there; its handle, without a server, while that was never read. */
export function displayNameOf(account: DraftAccount): string {
  const name = account.profile.figures?.["display_name"];
  if (typeof name === "string" && name.trim() !== "") return name;
  return handleOf(account).replace(/@.*$/, "");
}

/** Without the sign before it. */
export const handleOf = ({ profile }: DraftAccount) => profile.username.replace(/^@/, "");
