"use client";

import type { Profile } from "@genie/directus-client";
import { PlatformMark } from "#components/ui/platform-mark.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { useMessages } from "#messages/use-messages.ts";
import type { ComposerDraft } from "./composer-draft.ts";

type PostPreviewProps = {
  draft: Pick<ComposerDraft, "caption" | "media">;
  profile: Profile | undefined;
  platformName: string | undefined;
};

/** Roughly how the post looks to whoever sees it. */
export function PostPreview({ draft, profile, platformName }: PostPreviewProps) {
  const { composer } = useMessages();
  const [first, ...others] = draft.media;
  const isEmpty = first === undefined && draft.caption.trim() === "";
  return (
    <section aria-label={composer.preview} className="grid content-start gap-1.5">
      <h3 className="text-sm font-strong">{composer.preview}</h3>
      <div className="overflow-hidden rounded-card border border-line bg-page">
        {profile !== undefined && platformName !== undefined && (
          <p className="flex items-center gap-2 border-b border-line px-3 py-2">
            <PlatformMark name={platformName} />
            <span className="truncate font-strong">
              <span data-sensitive>@{profile.username}</span>
            </span>
            <span className="ml-auto text-xs text-ink-soft">{platformName}</span>
          </p>
        )}
        {first !== undefined && (
          <Thumbnail file={first.file} alt="" className="aspect-square w-full" />
        )}
        {others.length > 0 && (
          <div className="grid grid-cols-4 gap-0.5 pt-0.5">
            {others.map((item) => (
              <Thumbnail key={item.id} file={item.file} alt="" className="aspect-square" />
            ))}
          </div>
        )}
        {draft.caption.trim() !== "" && (
          <p className="max-h-60 overflow-y-auto px-3 py-2 wrap-anywhere whitespace-pre-wrap">
            <span data-sensitive>{draft.caption}</span>
          </p>
        )}
        {isEmpty && <p className="px-3 py-8 text-center text-ink-soft">{composer.previewEmpty}</p>}
      </div>
    </section>
  );
}
