import type { AdapterContext, FoundPost, LookUp, PlatformPost } from "../adapter.ts";
import { farMentionsIn } from "../caption-parts.ts";
import { clocksMs, normalCaption, oldestMatch } from "../oldest-match.ts";
import type { AccountOn } from "./account-on.ts";
import { listPosts } from "./posts.ts";

/** Looks for a post of ours in the account's own list: the oldest that fits. */
export async function findPublished(
  context: AdapterContext,
  account: AccountOn,
  lookUp: LookUp,
): Promise<FoundPost | null> {
  const since = lookUp.sentAt.getTime() - clocksMs;
  const ours = { ...lookUp, caption: asShown(lookUp.caption) };
  let oldest: PlatformPost | null = null;
  for await (const posts of listPosts(context, account)) {
    const shown = posts.map((post) => ({ ...post, caption: asShown(post.caption) }));
    oldest = oldestMatch(shown, ours, since) ?? oldest;
    if (posts.some(({ publishedAt }) => publishedAt.getTime() < since)) break;
  }
  if (oldest === null) return null;
  const { platformPostId, permalink, publishedAt } = oldest;
  return { platformPostId, permalink, publishedAt };
}

/** A caption as far as a server shows it: blank lines as one, people without their server. */
export function asShown(caption: string): string {
  const text = normalCaption(caption).replaceAll(/\n{3,}/g, "\n\n");
  return farMentionsIn(text)
    .toReversed()
    .reduce((left, { text: mention, start, end }) => {
      const name = mention.slice(0, mention.lastIndexOf("@"));
      return left.slice(0, start) + name + left.slice(end);
    }, text);
}
