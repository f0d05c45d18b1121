"use client";

import { type Confirmation, readConfirmation, type Viewer } from "@genie/directus-client";
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

/** One confirmation by its id: the question while it stands, or what became of it. */
export function OpenedConfirmation({ id, viewer }: { id: string; viewer: Viewer }) {
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
  if (query.isError) return <LoadProblem what={text.loadFailed} of={[query]} />;
  if (query.data === null) return <p className="text-ink-soft">{text.gone}</p>;
  return <Opened confirmation={query.data} />;
}

function Opened({ confirmation }: { confirmation: Confirmation }) {
  // A question that she answers here stays a card, which tells what came of it.
  const [asks] = useState(confirmation.status === "pending");
  return asks ? (
    <ConfirmationCard confirmation={confirmation} />
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
