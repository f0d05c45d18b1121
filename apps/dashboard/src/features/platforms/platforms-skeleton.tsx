"use client";

import { Page } from "#features/shell/page.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { AccountCardSkeleton } from "./account-card-skeleton.tsx";

export function PlatformsSkeleton() {
  const { platforms, titles } = useMessages();
  return (
    <Page title={titles.platforms} intro={platforms.intro}>
      <AccountCardSkeleton label={platforms.loading} />
    </Page>
  );
}
