"use client";

import { Page } from "#features/shell/page.tsx";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AccountCardSkeleton } from "./account-card-skeleton.tsx";

export function PlatformsSkeleton() {
  const { platforms } = useMessages(platformsMessages);
  const { loading, titles } = useMessages();
  return (
    <Page title={titles.platforms} intro={platforms.intro}>
      <AccountCardSkeleton label={loading.platforms} />
    </Page>
  );
}
