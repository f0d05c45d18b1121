"use client";

import type { Profile } from "@genie/directus-client";
import { Check } from "lucide-react";
import { PlatformMark } from "#components/ui/platform-mark.tsx";
import { ExperimentalBadge } from "#features/platforms/experimental-badge.tsx";
import { usePlatforms } from "#features/platforms/use-platforms.ts";
import { useIsExperimental } from "#features/platforms/use-is-experimental.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type AccountChipProps = {
  profile: Profile;
  isChosen: boolean;
  choice: "fixed" | "one" | "several";
  onChoose: () => void;
};

export function AccountChip({ profile, isChosen, choice, onChoose }: AccountChipProps) {
  const { composer } = useMessages(composerMessages);
  const platforms = usePlatforms();
  const isExperimental = useIsExperimental();
  const { id, platform, username, connection, lastScrapedAt } = profile;
  const known = platforms.find((one) => one.id === platform);
  const name = known?.name ?? platform;
  return (
    <label className="relative flex min-h-10 max-w-full items-center gap-2 rounded-control border border-control bg-card px-3 py-1.5 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-disabled:hover:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11">
      <input
        type={choice === "one" ? "radio" : "checkbox"}
        name="profile"
        value={id}
        checked={isChosen}
        disabled={choice === "fixed"}
        onChange={onChoose}
        className="sr-only"
      />
      <PlatformMark name={name} />
      <span className="min-w-0 wrap-anywhere">
        <span className="text-ink-soft">{name}</span> <span data-sensitive>@{username}</span>
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
      {isChosen && choice === "several" && (
        <Check aria-hidden className="size-4 shrink-0 text-accent" />
      )}
    </label>
  );
}
