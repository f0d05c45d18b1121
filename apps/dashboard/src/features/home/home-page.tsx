"use client";

import type { Persona, Viewer } from "@genie/directus-client";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { Page } from "#features/shell/page.tsx";
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
  const { home } = useMessages();
  const overview = useOverview(viewer);
  const name = persona?.displayName || viewer.firstName;
  const title = name ? <span data-sensitive>{home.greeting(name)}</span> : home.greetingWithoutName;
  const parts = Object.values(overview);
  const failed = parts.find(({ isLoadingError }) => isLoadingError);
  const needs = findNeeds({
    profiles: overview.profiles.data ?? [],
    posts: overview.troubled.data ?? [],
    jobs: overview.jobs.data ?? [],
  });
  const isReady = parts.every(({ data }) => data !== undefined);
  return (
    <Page title={title} {...(isReady && needs.length === 0 && { intro: home.calm })}>
      {failed !== undefined && <HomeProblem error={failed.error} parts={parts} />}
      {failed === undefined && !isReady && <HomeSkeletonContent />}
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
  const messages = useMessages();
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
          <LatelySection profiles={profiles} posts={overview.published.data ?? []} />
        </>
      )}
    </>
  );
}

type Part = Pick<Overview[keyof Overview], "isFetching" | "refetch">;

function HomeProblem({ error, parts }: { error: unknown; parts: readonly Part[] }) {
  const { actions, home } = useMessages();
  const sentence = useSentence();
  return (
    <Notice>
      <p>
        {home.loadFailed} {sentence(error)}
      </p>
      <Button
        variant="secondary"
        size="small"
        className="justify-self-start"
        busy={parts.some(({ isFetching }) => isFetching)}
        onClick={() => {
          for (const { refetch } of parts) void refetch();
        }}
      >
        {actions.retry}
      </Button>
    </Notice>
  );
}
