"use client";

import type { Viewer } from "@genie/directus-client";
import { Plus, SquareUser } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { HoldBanners } from "#features/pauses/hold-banners.tsx";
import { Page } from "#features/shell/page.tsx";
import { useDuePosts } from "#features/session-health/use-due-posts.ts";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AccountCard } from "./account-card.tsx";
import { AccountCardSkeleton } from "./account-card-skeleton.tsx";
import { ConnectDialog } from "./connect-dialog.tsx";
import { useAccounts } from "./use-accounts.ts";

export function PlatformsPage({ viewer }: { viewer: Viewer }) {
  const { actions, loading, titles } = useMessages();
  const { platforms: text } = useMessages(platformsMessages);
  const accounts = useAccounts(viewer);
  const due = useDuePosts(viewer);
  const [connecting, setConnecting] = useState(false);
  const connect = (
    <Button onClick={() => setConnecting(true)}>
      <Plus aria-hidden />
      {actions.connectPlatform}
    </Button>
  );
  const isThere = accounts.data !== undefined;
  useEffect(() => {
    // The cards come after the page, so the browser has not found the one that a link named.
    if (isThere) document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, [isThere]);
  const isEmpty = accounts.data?.length === 0;
  // Not before it is known where it belongs: it would go from under the finger that presses it.
  const isBeside = !accounts.isPending && !isEmpty;
  return (
    <Page title={titles.platforms} intro={text.intro} action={isBeside && connect}>
      <HoldBanners viewer={viewer} />
      {accounts.isPending && <AccountCardSkeleton label={loading.platforms} />}
      <LoadProblem what={text.loadFailed} of={[accounts]} />
      {isEmpty && (
        <EmptyState icon={SquareUser} title={text.emptyTitle} text={text.empty}>
          {connect}
        </EmptyState>
      )}
      {accounts.data?.map((account) => (
        <AccountCard key={account.profile.id} account={account} due={due.data ?? []} />
      ))}
      {connecting && <ConnectDialog onClose={() => setConnecting(false)} />}
    </Page>
  );
}
