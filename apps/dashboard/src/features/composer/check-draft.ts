import type { Media } from "@genie/directus-client";
import { type CheckedFile, findProblems, type Platform } from "@genie/platforms";
import { resolveWallTime } from "#features/calendar/zoned-time.ts";
import type { Messages } from "#messages/messages.ts";
import type { ComposerDraft } from "./composer-draft.ts";

/** What keeps a draft from being scheduled, by the field that it belongs to. */
export type DraftProblems = { caption?: string; media?: string; time?: string };

type Surroundings = { platform: Platform | undefined; now: Date; zone: string };

/** Says with the gate's own check what the platform would not take, before anything is sent. */
export function checkDraft(
  draft: ComposerDraft,
  { platform, now, zone }: Surroundings,
  messages: Messages,
): DraftProblems {
  const time = checkTime(draft, { now, zone }, messages);
  return {
    ...(platform !== undefined && checkContent(draft, platform, messages)),
    ...(time !== null && { time }),
  };
}

function checkContent(
  { caption, media }: ComposerDraft,
  platform: Platform,
  { composer }: Messages,
): DraftProblems {
  const files = media.map((item, index) => toFile(item, composer.mediaName(index + 1)));
  const problems = findProblems(platform, { caption, files, rating: "general" });
  return {
    ...(problems.caption.length > 0 && { caption: problems.caption.join(" ") }),
    ...(problems.media.length > 0 && { media: problems.media.join(" ") }),
  };
}

function checkTime(
  { date, time }: ComposerDraft,
  { now, zone }: { now: Date; zone: string },
  { composer }: Messages,
): string | null {
  const resolved = resolveWallTime({ date, time }, zone);
  if (resolved === null) return composer.timeMissing;
  return resolved.at <= now ? composer.inPast : null;
}

function toFile({ file }: Media, name: string): CheckedFile | null {
  return file === null ? null : { name, mime: file.mime, sizeBytes: null };
}
