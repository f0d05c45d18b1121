"use client";

import { AtSign, Bookmark, Globe, Lock, Moon, Repeat2, Reply, Star } from "lucide-react";
import { useState } from "react";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { displayNameOf, handleOf, type PreviewProps } from "./preview.ts";
import { PreviewAvatar } from "./preview-avatar.tsx";
import { PreviewCaption } from "./preview-caption.tsx";
import { PreviewMedia } from "./preview-media.tsx";

const visibilityIcons = { public: Globe, unlisted: Moon, private: Lock, direct: AtSign } as const;

/** A post as its timelines show it: folded behind its warning, and marked with who sees it. */
export function MastodonPreview({ account, part, rating }: PreviewProps) {
  const { previewText: text } = useMessages(composerMessages).composer;
  const [isOpen, setOpen] = useState(false);
  const name = displayNameOf(account);
  const { visibility, content_warning: warned } = part.options;
  const warning = typeof warned === "string" ? warned.trim() : "";
  const Visibility = visibilityIcons[isVisibility(visibility) ? visibility : "public"];
  return (
    <div className="grid grid-cols-1 gap-2.5 p-3">
      <div className="flex items-center gap-2.5">
        <PreviewAvatar name={name} className="rounded-control" />
        <p className="grid min-w-0 grow">
          <span data-sensitive className="truncate font-strong">
            {name}
          </span>
          <span data-sensitive className="truncate text-ink-soft">
            @{handleOf(account)}
          </span>
        </p>
        <span className="flex shrink-0 items-center gap-1 self-start text-ink-soft">
          <Visibility aria-hidden className="size-4" />
          {text.now}
        </span>
      </div>
      {warning !== "" && (
        <div className="grid justify-items-start gap-1 rounded-control border border-line bg-sunken px-2.5 py-1.5">
          <p data-sensitive className="wrap-anywhere">
            {warning}
          </p>
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="rounded-control font-strong text-accent hover:underline pointer-coarse:min-h-11"
          >
            {isOpen ? text.showLess : text.showMore}
          </button>
        </div>
      )}
      {(warning === "" || isOpen) && (
        <>
          {part.caption.trim() !== "" && <PreviewCaption caption={part.caption} />}
          <PreviewMedia
            media={part.media}
            cover={rating === "general" || warning !== "" ? null : text.sensitive}
          />
        </>
      )}
      <p aria-hidden className="flex justify-between pt-1 text-ink-soft">
        {[Reply, Repeat2, Star, Bookmark].map((Icon, place) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Icon key={place} className="size-4" />
        ))}
      </p>
    </div>
  );
}

function isVisibility(value: unknown): value is keyof typeof visibilityIcons {
  return typeof value === "string" && value in visibilityIcons;
}
