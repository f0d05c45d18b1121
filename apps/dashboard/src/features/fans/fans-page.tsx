"use client";

import type { FanQuery, Viewer } from "@genie/directus-client";
import { HeartHandshake, SearchX } from "lucide-react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { Page } from "#features/shell/page.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FanDrawer } from "./fan-drawer.tsx";
import { FanList } from "./fan-list.tsx";
import { fansParts, fansQuery, filterCount } from "./fans-query.ts";
import { FanListSkeleton } from "./fans-skeleton.tsx";
import { FansToolbar } from "./fans-toolbar.tsx";
import { useFanCount, useFanPages } from "./use-fans.ts";

/** Everybody who subscribes or did, how engaged they are and what she has noted about them. */
export function FansPage({ viewer }: { viewer: Viewer }) {
  const { fans: text } = useMessages(fansMessages);
  const { loading, titles } = useMessages();
  const address = useAddress();
  const query = fansQuery(address.get);
  const profiles = useProfiles(viewer);
  const pages = useFanPages(viewer, query);
  const count = useFanCount(viewer, query);
  const open = address.get("fan");
  const hasFailed = [pages, profiles].some(({ isLoadingError }) => isLoadingError);
  const isReady = pages.data !== undefined && profiles.data !== undefined;
  const accounts = profiles.data ?? [];
  const narrowed = query.search !== "" || filterCount(query) > 0;
  return (
    <Page title={titles.fans} intro={text.intro}>
      {(accounts.length > 0 || narrowed) && <FansToolbar query={query} profiles={accounts} />}
      {!isReady && !hasFailed && <FanListSkeleton label={loading.fans} />}
      <LoadProblem what={text.loadFailed} of={[pages, profiles]} />
      {isReady && pages.fans.length === 0 && (
        <NobodyHere query={query} accounts={accounts.length} isRead={accounts.some(wasRead)} />
      )}
      {isReady && pages.fans.length > 0 && (
        <>
          <p aria-live="polite" className="-my-2 text-ink-soft">
            {count.data === undefined ? " " : text.count(count.data)}
          </p>
          <FanList fans={pages.fans} profiles={accounts} sort={query.sort ?? "score"} />
        </>
      )}
      <LoadMore pages={pages} label={text.loadMore} />
      {open !== null && (
        <FanDrawer
          key={open}
          id={open}
          viewer={viewer}
          profiles={accounts}
          known={pages.fans.find(({ id }) => id === open)}
          onClose={() => address.close("fan")}
        />
      )}
    </Page>
  );
}

const wasRead = ({ lastScrapedAt }: { lastScrapedAt: string | null }) => lastScrapedAt !== null;

type NobodyHereProps = { query: FanQuery; accounts: number; isRead: boolean };

function NobodyHere({ query, accounts, isRead }: NobodyHereProps) {
  const { actions } = useMessages();
  const { fans: text } = useMessages(fansMessages);
  const address = useAddress();
  if (query.search !== "" || filterCount(query) > 0) {
    const none = Object.fromEntries(fansParts.map((part) => [part, null]));
    return (
      <EmptyState icon={SearchX} title={text.nobodyFound} text={text.nobodyFoundHint}>
        <Button variant="secondary" onClick={() => address.go(none)}>
          {text.showAll}
        </Button>
      </EmptyState>
    );
  }
  const { title, hint } =
    accounts === 0 ? text.noAccount : isRead ? text.noneThere : text.notScraped;
  return (
    <EmptyState icon={HeartHandshake} title={title} text={hint}>
      <ButtonLink>
        <IntentLink href="/app/platforms">
          {accounts === 0 ? actions.connectPlatform : text.toPlatforms}
        </IntentLink>
      </ButtonLink>
    </EmptyState>
  );
}
