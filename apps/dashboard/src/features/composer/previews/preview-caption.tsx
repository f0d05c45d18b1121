import { captionTokens } from "./caption-tokens.ts";

/** A caption with what becomes a link in the colour of links. */
export function PreviewCaption({ caption }: { caption: string }) {
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      <span data-sensitive>
        {captionTokens(caption).map(({ kind, text }, place) =>
          kind === "text" ? (
            text
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <span key={place} className="text-accent">
              {text}
            </span>
          ),
        )}
      </span>
    </p>
  );
}
