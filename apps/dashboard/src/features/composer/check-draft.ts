import type { Media } from "@genie/directus-client";
import {
  checkFile,
  checkOptions,
  type CheckedFile,
  findProblems,
  type PlatformLimits,
} from "@genie/platforms";
import { resolveWallTime } from "#features/calendar/zoned-time.ts";
import { reasonAgainst, stillPictures } from "#features/media-work/workable.ts";
import type { Messages } from "#messages/messages.ts";
import { type ComposerDraft, partFor, type PostPart } from "./composer-draft.ts";
import type { DraftAccount } from "./draft-accounts.ts";

/** A sentence about the media, and the entry of which a copy that fits can be made, by its id. */
export type MediaProblem = { sentence: string; fixes: string | null };

/** What keeps the post to one account from being taken, a sentence for people each. */
export type PostProblems = {
  caption: string[];
  media: MediaProblem[];
  options: string[];
  rating: string[];
};

/** What keeps a draft from being scheduled, by account and by the field that it belongs to. */
export type DraftProblems = {
  accounts: string | null;
  time: string | null;
  posts: Readonly<Record<string, PostProblems>>;
};

type Surroundings = {
  accounts: readonly DraftAccount[];
  /** What her own rules say against a post, by account: the gate alone knows all that they go by. */
  againstRules: RuleProblems;
  now: Date;
  zone: string;
};

/** Sentences by account. */
export type RuleProblems = Readonly<Record<string, readonly string[]>>;

/** Says with the gate's own checks what the platforms would not take, before anything is sent. */
export function checkDraft(
  draft: ComposerDraft,
  { accounts, againstRules, now, zone }: Surroundings,
  messages: Pick<Messages, "composer">,
): DraftProblems {
  const { composer } = messages;
  return {
    accounts: draft.profileIds.length === 0 ? composer.accountMissing : null,
    time: checkTime(draft, { now, zone }, messages),
    posts: Object.fromEntries(
      accounts.map((account) => {
        const { caption, ...found } = checkPart(draft, account, messages);
        const broken = againstRules[account.id] ?? [];
        return [account.id, { ...found, caption: [...caption, ...broken] }];
      }),
    ),
  };
}

/** Whether nothing keeps the draft from being scheduled. */
export function isReady({ accounts, time, posts }: DraftProblems): boolean {
  return accounts === null && time === null && Object.values(posts).every(isTaken);
}

/** Whether nothing keeps a post from being taken. */
export function isTaken({ caption, media, options, rating }: PostProblems): boolean {
  return caption.length + media.length + options.length + rating.length === 0;
}

function checkPart(
  draft: ComposerDraft,
  { profile, platform, limits }: DraftAccount,
  { composer }: Pick<Messages, "composer">,
): PostProblems {
  if (platform === undefined || limits === undefined) {
    return { caption: [], media: [], options: [], rating: [] };
  }
  const part = partFor(draft, profile);
  const files = part.media.map((item, index) => toFile(item, composer.mediaName(index + 1)));
  const post = { caption: part.caption, files, rating: draft.rating, config: part.options };
  const { name } = platform;
  const found = findProblems({ name, limits }, post);
  return {
    caption: found.caption,
    media: withFixes(found.media, part, { name, limits, files }),
    options: checkOptions(platform, part.options),
    rating: found.rating,
  };
}

type Files = { name: string; limits: PlatformLimits; files: readonly (CheckedFile | null)[] };

/** Which sentence is about which picture, so that a copy that fits can be offered beside it. */
function withFixes(
  sentences: readonly string[],
  { media }: PostPart,
  { name, limits, files }: Files,
): MediaProblem[] {
  const fixes = new Map(
    media.flatMap((item, index) => {
      const file = files[index];
      if (!file || !canBeMadeToFit(item, limits)) return [];
      const about = checkFile(name, limits, { ...file, altText: null });
      return about.map((sentence) => [sentence, item.id] as const);
    }),
  );
  return sentences.map((sentence) => ({ sentence, fixes: fixes.get(sentence) ?? null }));
}

function canBeMadeToFit(item: Media, { media }: PlatformLimits): boolean {
  if (reasonAgainst(item) !== null) return false;
  if (item.kind === "video") return media.video !== undefined;
  return media.image?.mimeTypes.some((mime) => stillPictures.includes(mime)) ?? false;
}

function checkTime(
  { date, time }: ComposerDraft,
  { now, zone }: { now: Date; zone: string },
  { composer }: Pick<Messages, "composer">,
): string | null {
  const resolved = resolveWallTime({ date, time }, zone);
  if (resolved === null) return composer.timeMissing;
  return resolved.at <= now ? composer.inPast : null;
}

function toFile({ file, altText }: Media, name: string): CheckedFile | null {
  if (file === null) return null;
  const { mime, sizeBytes, width, height, durationMs } = file;
  return { name, mime, sizeBytes, width, height, durationMs, altText };
}
