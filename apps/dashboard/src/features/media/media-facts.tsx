"use client";

import type { Media } from "@genie/directus-client";
import type { ReactNode } from "react";
import { Moment } from "#components/ui/moment.tsx";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { formatCount, formatMoney } from "./format-figures.ts";

/** Where it is from, when it was posted, how it did. */
export function MediaFacts({ media }: { media: Media }) {
  const { library } = useMessages(libraryMessages);
  const text = library.detail;
  const platform = usePlatformNames().find(({ id }) => id === media.account?.platform);
  const platformName = platform?.name ?? media.account?.platform;
  const { width, height, earnings, currency } = media;
  const counts = [
    [library.figures.likes, media.likes],
    [library.figures.comments, media.comments],
    [library.figures.views, media.views],
  ] as const;
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3">
        <Fact label={text.source}>{library.sources[media.source]}</Fact>
        {media.account !== null && (
          <Fact label={platformName ?? ""}>
            <span data-sensitive className="wrap-anywhere">
              @{media.account.username}
            </span>
          </Fact>
        )}
        {counts.map(
          ([label, count]) =>
            count !== null && (
              <Fact key={label} label={label}>
                <span data-sensitive>{formatCount(count)}</span>
              </Fact>
            ),
        )}
        {earnings !== null && (
          <Fact label={library.figures.earnings}>
            <span data-sensitive>{formatMoney(earnings, currency)}</span>
          </Fact>
        )}
        <Fact label={media.publishedAt === null ? text.added : text.published}>
          <Moment at={media.publishedAt ?? media.createdAt} none="" />
        </Fact>
        {width !== null && height !== null && (
          <Fact label={text.size}>{text.pixels(width, height)}</Fact>
        )}
      </dl>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-ink-soft">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
