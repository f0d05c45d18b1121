"use client";

import { IntentLink } from "#components/ui/intent-link.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { useMessages } from "#messages/use-messages.ts";

type PageProblemProps = { kind: "failed" | "missing"; onRetry?: () => void };

/** Stands where a page should be: what happened, whether anything was lost, what to do. */
export function PageProblem({ kind, onRetry }: PageProblemProps) {
  const { actions, errors } = useMessages();
  return (
    <main className="mx-auto grid min-h-[70dvh] max-w-md content-center justify-items-start gap-4 px-4 py-12">
      <h1 className="text-xl font-strong">
        {kind === "failed" ? errors.title : errors.notFoundTitle}
      </h1>
      <p className="text-ink-soft">{kind === "failed" ? errors.text : errors.notFound}</p>
      {onRetry === undefined ? (
        <ButtonLink>
          <IntentLink href="/app">{errors.toHome}</IntentLink>
        </ButtonLink>
      ) : (
        <Button onClick={onRetry}>{actions.retry}</Button>
      )}
    </main>
  );
}
