"use client";

import type { Fan, Profile, Viewer } from "@genie/directus-client";
import type { ReactNode } from "react";
import { Drawer } from "#components/ui/drawer.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useAccountName } from "#features/platforms/use-account-name.ts";
import { fansMessages } from "#messages/fans-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FanHistory } from "./fan-history.tsx";
import { FanNotes } from "./fan-notes.tsx";
import { FanScore } from "./fan-score.tsx";
import { FanStatus } from "./fan-status.tsx";
import { fanName, sayAmount } from "./fan-words.ts";
import { useFan } from "./use-fans.ts";

type FanDrawerProps = {
  id: string;
  viewer: Viewer;
  profiles: readonly Profile[];
  /** The fan, when the list has her already. */
  known: Fan | undefined;
  onClose: () => void;
};

/** Who somebody is, what she has noted, where the score comes from and how it went. */
export function FanDrawer({ id, viewer, profiles, known, onClose }: FanDrawerProps) {
  const { actions } = useMessages();
  const { fans: text } = useMessages(fansMessages);
  const fan = useFan(id, known);
  return (
    <Drawer title={text.detail.title} closeLabel={actions.close} onClose={onClose}>
      <div className="grid grid-cols-1 gap-6">
        {fan.isPending && (
          <output aria-label={text.detail.loading} className="grid gap-4">
            <Skeleton className="h-12 w-2/3" />
            <Skeleton className="h-28 w-full" />
            <Skeleton className="h-40 w-full" />
          </output>
        )}
        <LoadProblem what={text.detail.loadFailed} of={[fan]} />
        {fan.data === null && <p>{text.detail.gone}</p>}
        {fan.data && (
          <>
            <FanFacts fan={fan.data} profiles={profiles} />
            {!fan.isPlaceholderData && <FanNotes fan={fan.data} viewerId={viewer.id} />}
            {fan.isPlaceholderData && <Skeleton className="h-36 w-full" />}
            <FanScore fan={fan.data} profiles={profiles} />
            <FanHistory fan={fan.data} profiles={profiles} />
          </>
        )}
      </div>
    </Drawer>
  );
}

function FanFacts({ fan, profiles }: { fan: Fan; profiles: readonly Profile[] }) {
  const { fans: text } = useMessages(fansMessages);
  const accountName = useAccountName();
  return (
    <section className="grid grid-cols-1 gap-4">
      <div className="grid gap-1">
        <h3 className="text-lg font-strong wrap-anywhere">
          <span data-sensitive>{fanName(fan, text.nameless)}</span>
        </h3>
        {fan.username !== null && fan.displayName && (
          <p className="text-ink-soft wrap-anywhere">
            <span data-sensitive>@{fan.username}</span>
          </p>
        )}
        <p>
          <FanStatus fan={fan} />
        </p>
      </div>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
        <Fact label={text.columns.account}>
          <span data-sensitive>{accountName(fan.account)}</span>
        </Fact>
        <Fact label={text.detail.subscribed}>
          <Moment at={fan.subscribedAt} none={text.notShown} />
        </Fact>
        <Fact label={text.columns.seen}>
          <Moment at={fan.lastInteraction} none={text.notShown} />
        </Fact>
        <Fact label={text.columns.spent}>
          {fan.totalSpent === null ? (
            text.notShown
          ) : (
            <span data-sensitive>{sayAmount(fan.totalSpent, fan, profiles)}</span>
          )}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
