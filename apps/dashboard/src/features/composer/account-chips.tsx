"use client";

import type { Profile } from "@genie/directus-client";
import { PlatformMark } from "#components/ui/platform-mark.tsx";
import { ExperimentalBadge } from "#features/platforms/experimental-badge.tsx";
import { useIsExperimental } from "#features/platforms/use-is-experimental.ts";
import { usePlatforms } from "#features/platforms/platforms-provider.tsx";
import { useMessages } from "#messages/use-messages.ts";

type AccountChipsProps = {
  profiles: Profile[];
  chosenId: string | null;
  onChoose: (id: string) => void;
};

/** The account that the post goes to. */
export function AccountChips({ profiles, chosenId, onChoose }: AccountChipsProps) {
  const { composer } = useMessages();
  const platforms = usePlatforms();
  const isExperimental = useIsExperimental();
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 text-sm font-strong">{composer.account}</legend>
      <div className="flex flex-wrap gap-2">
        {profiles.map(({ id, platform, username, connection, lastScrapedAt }) => {
          const known = platforms.find((one) => one.id === platform);
          const name = known?.name ?? platform;
          return (
            <label
              key={id}
              className="flex min-h-10 max-w-full items-center gap-2 rounded-control border border-control bg-card px-3 py-1.5 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name="profile"
                value={id}
                checked={id === chosenId}
                onChange={() => onChoose(id)}
                className="sr-only"
              />
              <PlatformMark name={name} />
              <span className="min-w-0 wrap-anywhere">
                <span className="text-ink-soft">{name}</span>{" "}
                <span data-sensitive>@{username}</span>
                {isExperimental(known) && (
                  <>
                    {" "}
                    <ExperimentalBadge />
                  </>
                )}
                {connection !== "connected" && lastScrapedAt !== null && (
                  <span className="block text-xs text-warn">{composer.needsLogin}</span>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
