"use client";

import type { Persona, Viewer } from "@genie/directus-client";
import { useNow } from "#components/ui/use-now.ts";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { useWaitingConfirmations } from "#features/confirmations/use-waiting-confirmations.ts";
import { HoldBanners } from "#features/pauses/hold-banners.tsx";
import { useSessionHealth } from "#features/session-health/sessions-provider.tsx";
import { Page } from "#features/shell/page.tsx";
import { homeMessages } from "#messages/home-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { FiguresSection } from "./figures-section.tsx";
import { FirstStepsCard } from "./first-steps-card.tsx";
import { firstSteps } from "./first-steps.ts";
import { HomeSkeletonContent } from "./home-skeleton.tsx";
import { LatelySection } from "./lately-section.tsx";
import { NeedsSection } from "./needs-section.tsx";
import { findNeeds } from "./needs.ts";
import { NextSection } from "./next-section.tsx";
import { type Overview, useOverview } from "./use-overview.ts";

export function HomePage({ viewer, persona }: { viewer: Viewer; persona: Persona | null }) {
  const { home } = useMessages(homeMessages);
  const overview = useOverview(viewer);
  const waiting = useWaitingConfirmations(viewer);
  const healthOf = useSessionHealth();
  const now = useNow();
  const name = persona?.displayName || viewer.firstName;
  const title = name ? <span data-sensitive>{home.greeting(name)}</span> : home.greetingWithoutName;
  const parts = [...Object.values(overview), waiting.query];
  const hasFailed = parts.some(({ isLoadingError }) => isLoadingError);
  const needs = findNeeds({
    confirmations: waiting.confirmations,
    profiles: overview.profiles.data ?? [],
    posts: overview.troubled.data ?? [],
    jobs: overview.jobs.data ?? [],
    due: overview.due.data ?? [],
    healthOf: (profileId) => healthOf(profileId, now),
  });
  const isReady = parts.every(({ data }) => data !== undefined);
  return (
    <Page title={title} {...(isReady && needs.length === 0 && { intro: home.calm })}>
      <LoadProblem what={home.loadFailed} of={parts} />
      {!hasFailed && !isReady && <HomeSkeletonContent />}
      <HoldBanners viewer={viewer} />
      {isReady && <HomeContent overview={overview} needs={needs} />}
    </Page>
  );
}

function HomeContent({
  overview,
  needs,
}: {
  overview: Overview;
  needs: ReturnType<typeof findNeeds>;
}) {
  const messages = useMessages(homeMessages);
  const profiles = overview.profiles.data ?? [];
  const steps = firstSteps(
    {
      profiles,
      mediaCount: overview.mediaCount.data ?? 0,
      scheduledCount: overview.scheduledCount.data ?? 0,
    },
    messages,
  );
  return (
    <>
      {needs.length > 0 && <NeedsSection needs={needs} />}
      {steps.some(({ done }) => !done) && <FirstStepsCard steps={steps} />}
      {profiles.length > 0 && (
        <>
          <NextSection posts={overview.next.data ?? []} />
          <FiguresSection profiles={profiles} snapshots={overview.snapshots.data ?? []} />
          <LatelySection
            profiles={profiles}
            posts={[...(overview.published.data ?? []), ...(overview.takenDown.data ?? [])]}
          />
        </>
      )}
    </>
  );
}
