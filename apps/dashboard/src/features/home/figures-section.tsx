"use client";

import type { Profile, ProfileSnapshot } from "@genie/directus-client";
import { Card } from "#components/ui/card.tsx";
import { PlatformMark } from "#components/ui/platform-mark.tsx";
import { accountCurrency } from "#features/platforms/account-currency.ts";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { homeMessages } from "#messages/home-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { accountTrends } from "./account-trend.ts";
import { FigureTile } from "./figure-tile.tsx";

type FiguresSectionProps = { profiles: Profile[]; snapshots: ProfileSnapshot[] };

/** What the accounts' figures are, and how they went in the last 30 days. */
export function FiguresSection({ profiles, snapshots }: FiguresSectionProps) {
  const { home } = useMessages(homeMessages);
  const platforms = usePlatformNames();
  return (
    <section aria-label={home.figuresTitle} className="grid grid-cols-1 gap-3">
      <h2 className="text-lg font-strong">{home.figuresTitle}</h2>
      {profiles.map((profile) => {
        const name = platforms.find(({ id }) => id === profile.platform)?.name ?? profile.platform;
        const own = snapshots.filter(({ profileId }) => profileId === profile.id);
        return (
          <Card key={profile.id} className="grid grid-cols-1 gap-4">
            <h3 className="flex items-center gap-2">
              <PlatformMark name={name} />
              <span className="min-w-0 wrap-anywhere">
                <span className="font-strong">{name}</span>{" "}
                <span data-sensitive className="text-ink-soft">
                  @{profile.username}
                </span>
              </span>
            </h3>
            {own.length === 0 ? (
              <p className="text-ink-soft">{home.figuresEmpty}</p>
            ) : (
              <dl className="grid grid-cols-1 gap-4 sm:grid-cols-3">
                {accountTrends(own).map((trend) => (
                  <FigureTile
                    key={trend.figure}
                    trend={trend}
                    currency={accountCurrency(profile)}
                  />
                ))}
              </dl>
            )}
          </Card>
        );
      })}
    </section>
  );
}
