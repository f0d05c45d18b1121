"use client";

import type { Viewer } from "@genie/directus-client";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ConfirmationCard } from "./confirmation-card.tsx";
import { OpenedConfirmation } from "./opened-confirmation.tsx";
import { useWaitingConfirmations } from "./use-waiting-confirmations.ts";

type WaitingSectionProps = {
  viewer: Viewer;
  /** The one that a link led to. */
  opened: string | null;
};

/** Everything that waits for her yes, and the one that she came for however it stands. */
export function WaitingSection({ viewer, opened }: WaitingSectionProps) {
  const { confirmations: text } = useMessages(runsMessages);
  const { query, confirmations } = useWaitingConfirmations(viewer);
  const others = confirmations.filter(({ id }) => id !== opened);
  if (opened === null && others.length === 0 && !query.isLoadingError) return null;
  return (
    <section aria-label={text.title} className="grid grid-cols-1 gap-3">
      <h2 className="text-lg font-strong">{text.title}</h2>
      <LoadProblem what={text.loadFailed} of={[query]} />
      {opened !== null && <OpenedConfirmation key={opened} id={opened} viewer={viewer} />}
      {others.map((confirmation) => (
        <ConfirmationCard key={confirmation.id} confirmation={confirmation} />
      ))}
    </section>
  );
}
