import type { MediaOuting } from "@genie/directus-client";
import { type ComposerDraft, partFor } from "./composer-draft.ts";
import type { DraftAccount } from "./draft-accounts.ts";

const latelyMs = 30 * 24 * 60 * 60_000;

/** That a picture of a draft went to where it is to go, or is to go there, not long from the draft's time. */
export type Lately = {
  accountId: string;
  mediaId: string;
  outing: MediaOuting & { at: string };
};

type Surroundings = {
  accounts: readonly DraftAccount[];
  outings: readonly MediaOuting[];
  /** The posts that are edited: that their own media are in them is no news. */
  postIds: readonly string[];
  /** When the draft is to go out. */
  at: Date;
};

/** For each account and picture what matters most: the account itself before its platform, then the nearest. */
export function findLately(draft: ComposerDraft, surroundings: Surroundings): Lately[] {
  const { accounts, outings, postIds, at } = surroundings;
  const near = outings.flatMap((outing) => {
    const isKnown = outing.at !== null && outing.status !== "draft";
    const isOwn = outing.postId !== null && postIds.includes(outing.postId);
    if (!isKnown || isOwn || outing.at === null) return [];
    const awayMs = Math.abs(Date.parse(outing.at) - at.getTime());
    return awayMs > latelyMs ? [] : [{ outing: { ...outing, at: outing.at }, awayMs }];
  });
  return accounts.flatMap(({ profile }) =>
    partFor(draft, profile).media.flatMap(({ id: mediaId }) => {
      const [first] = near
        .filter(({ outing }) => outing.mediaId === mediaId && outing.platform === profile.platform)
        .toSorted(
          (a, b) =>
            Number(a.outing.profileId !== profile.id) - Number(b.outing.profileId !== profile.id) ||
            a.awayMs - b.awayMs,
        );
      return first === undefined ? [] : [{ accountId: profile.id, mediaId, outing: first.outing }];
    }),
  );
}

/** Each outing of each picture once, for the accounts and media that a part shows. */
export function latelyIn(
  lately: readonly Lately[],
  { accountIds, mediaIds }: { accountIds: readonly string[]; mediaIds: readonly string[] },
): Lately[] {
  const shown = lately.filter(
    ({ accountId, mediaId }) => accountIds.includes(accountId) && mediaIds.includes(mediaId),
  );
  const keyOf = ({ mediaId, outing }: Lately) =>
    [mediaId, outing.usedMediaId, outing.profileId, outing.postId, outing.at].join();
  return shown.filter(
    (one, place) => shown.findIndex((other) => keyOf(other) === keyOf(one)) === place,
  );
}
