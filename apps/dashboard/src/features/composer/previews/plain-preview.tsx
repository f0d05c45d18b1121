import { PlatformMark } from "#components/ui/platform-mark.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { handleOf, type PreviewProps } from "./preview.ts";
import { PreviewCaption } from "./preview-caption.tsx";

/** Roughly how a post looks on a platform that nothing more is known of. */
export function PlainPreview({ account, part }: PreviewProps) {
  const [first, ...others] = part.media;
  const name = account.platform?.name ?? account.profile.platform;
  return (
    <>
      <p className="flex items-center gap-2 border-b border-line px-3 py-2">
        <PlatformMark name={name} />
        <span className="truncate font-strong">
          <span data-sensitive>@{handleOf(account)}</span>
        </span>
        <span className="ml-auto text-xs text-ink-soft">{name}</span>
      </p>
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
      {part.caption.trim() !== "" && (
        <div className="max-h-60 overflow-y-auto px-3 py-2">
          <PreviewCaption caption={part.caption} />
        </div>
      )}
    </>
  );
}
