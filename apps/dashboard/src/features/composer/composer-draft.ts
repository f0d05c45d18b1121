import type { Media, Post, Profile } from "@genie/directus-client";
import type { ContentRating } from "@genie/schema";
import type { WallTime } from "#features/calendar/zoned-time.ts";

/** Answers to the options of a platform, by their names. */
export type Answers = Readonly<Record<string, unknown>>;

/** What a post to one account is made of. */
export type PostPart = { caption: string; media: readonly Media[]; options: Answers };

/** What has been typed and chosen so far. Date and time are on her clock. */
export type ComposerDraft = WallTime & {
  /** The accounts that it goes to. */
  profileIds: readonly string[];
  caption: string;
  media: readonly Media[];
  /** By platform. */
  options: Readonly<Record<string, Answers>>;
  /** What she wants different for an account, by its id; what is not in it is as for all. */
  own: Readonly<Record<string, Partial<PostPart>>>;
  rating: ContentRating;
  latePolicy: Post["latePolicy"];
};

type Account = Pick<Profile, "id" | "platform">;

/** The post as it goes to an account. */
export function partFor(draft: ComposerDraft, { id, platform }: Account): PostPart {
  const { caption, media, options } = draft;
  return { caption, media, options: options[platform] ?? {}, ...draft.own[id] };
}

/** The accounts among the chosen ones that she wants something different for, in their order. */
export function differing({ own, profileIds }: ComposerDraft): string[] {
  return profileIds.filter((id) => own[id] !== undefined);
}

/** Whether an account has a caption, media or options of its own. */
export function hasOwn({ own }: ComposerDraft, id: string, field: keyof PostPart): boolean {
  return own[id]?.[field] !== undefined;
}

/** The draft that goes to an account as well, or no more. What was different for it is kept. */
export function toggleAccount(draft: ComposerDraft, id: string): ComposerDraft {
  const { profileIds } = draft;
  return {
    ...draft,
    profileIds: profileIds.includes(id)
      ? profileIds.filter((chosen) => chosen !== id)
      : [...profileIds, id],
  };
}

/** The draft with something else in it for one account alone, or, with nothing, a place for that. */
export function changeOwn(
  draft: ComposerDraft,
  id: string,
  changes: Partial<PostPart> = {},
): ComposerDraft {
  return { ...draft, own: { ...draft.own, [id]: { ...draft.own[id], ...changes } } };
}

/** The draft in which an account gets what all get. */
export function makeSame(draft: ComposerDraft, id: string): ComposerDraft {
  const { [id]: _different, ...own } = draft.own;
  return { ...draft, own };
}

/** The draft with other answers for all accounts of a platform. */
export function changeOptions(
  draft: ComposerDraft,
  platform: string,
  answers: Answers,
): ComposerDraft {
  return { ...draft, options: { ...draft.options, [platform]: answers } };
}

/** The draft in which one of its media is described by other words, wherever it is in it. */
export function describeMedia(draft: ComposerDraft, id: string, altText: string): ComposerDraft {
  const inAll = (media: readonly Media[]) =>
    media.map((item) => (item.id === id ? { ...item, altText } : item));
  const own = Object.entries(draft.own).map(
    ([account, part]) =>
      [account, part.media === undefined ? part : { ...part, media: inAll(part.media) }] as const,
  );
  return { ...draft, media: inAll(draft.media), own: Object.fromEntries(own) };
}

/** The draft in which another entry takes the place of one, for one account alone. */
export function replaceMedia(
  draft: ComposerDraft,
  account: Account,
  id: string,
  by: Media,
): ComposerDraft {
  const { media } = partFor(draft, account);
  if (!media.some((item) => item.id === id)) return draft;
  return changeOwn(draft, account.id, {
    media: media.map((item) => (item.id === id ? by : item)),
  });
}
