"use client";

import {
  type ActionOutcome,
  type Confirmation,
  readConfirmation,
  type Viewer,
} from "@genie/directus-client";
import type { ConfirmationRequest } from "@genie/schema";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { runPath } from "#features/actions/run-path.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ConfirmationCard } from "./confirmation-card.tsx";
import { PreviewLines } from "./preview-lines.tsx";

type OpenedConfirmationProps = {
  id: string;
  viewer: Viewer;
  onAnswered?: OnAnswered;
};

type OnAnswered = (answer: ConfirmationRequest["answer"], outcome: ActionOutcome | null) => void;

/**
 * One confirmation by its id, in the gate's own words: the question while it stands, or what became of it.
 * There is nothing to answer before these are here.
 */
export function OpenedConfirmation({ id, viewer, onAnswered }: OpenedConfirmationProps) {
  const { confirmations: text } = useMessages(runsMessages);
  const query = useQuery({
    queryKey: ["confirmation", id],
    queryFn: () => readConfirmation(browserDirectus(), viewer, id),
  });
  if (query.isPending) {
    return (
      <output aria-label={text.loading}>
        <Skeleton className="h-32" />
      </output>
    );
  }
  return (
    <>
      <LoadProblem what={text.loadFailed} of={[query]} />
      {query.data === null && <p className="text-ink-soft">{text.gone}</p>}
      {query.data && <Opened confirmation={query.data} {...(onAnswered && { onAnswered })} />}
    </>
  );
}

type OpenedProps = { confirmation: Confirmation; onAnswered?: OnAnswered };

function Opened({ confirmation, onAnswered }: OpenedProps) {
  // A question that she answers here stays a card, which tells what came of it.
  const [asks] = useState(confirmation.status === "pending");
  return asks ? (
    <ConfirmationCard confirmation={confirmation} {...(onAnswered && { onAnswered })} />
  ) : (
    <Answered confirmation={confirmation} />
  );
}

function Answered({ confirmation }: { confirmation: Confirmation }) {
  const { preview, status, auditId } = confirmation;
  const { confirmations: text, runs } = useMessages(runsMessages);
  const told = {
    pending: "",
    confirmed: text.alreadyConfirmed,
    declined: text.declined,
    expired: text.expired,
  }[status];
  return (
    <section
      aria-label={preview.title}
      className="grid grid-cols-1 gap-3 rounded-card border border-line bg-card p-4"
    >
      <h3 className="font-strong wrap-anywhere">{preview.title}</h3>
      <PreviewLines lines={preview.lines} />
      <p className="text-ink-soft">{told}</p>
      {auditId !== null && (
        <ButtonLink variant="secondary" size="small" className="justify-self-start">
          <IntentLink href={runPath(auditId)}>{runs.open.run}</IntentLink>
        </ButtonLink>
      )}
    </section>
  );
}
