"use client";

import { buttonLook } from "#components/ui/button-look.ts";
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
        // Every page brings this one along, so it stays small: a link of the browser's own does.
        // oxlint-disable-next-line nextjs/no-html-link-for-pages
        <a href="/app" className={buttonLook()}>
          {errors.toHome}
        </a>
      ) : (
        <button type="button" className={buttonLook()} onClick={onRetry}>
          {actions.retry}
        </button>
      )}
    </main>
  );
}
