"use client";

import type { ActionOutcome } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { ActionEffect, ActionPreview, ActionSource, ConfirmationRequest } from "@genie/schema";
import { Eye, type LucideIcon, MessageCircle, Pencil, Plug, Send, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { RunOutcome } from "#features/actions/run-outcome.tsx";
import { StepList } from "#features/actions/step-list.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { runsMessages } from "#messages/runs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { PreviewLines } from "./preview-lines.tsx";
import { timeLeft } from "./time-left.ts";
import { useAnswer } from "./use-answer.ts";

type ConfirmationCardProps = {
  confirmation: {
    id: string;
    preview: ActionPreview;
    /** ISO 8601. */
    expiresAt: string;
    /** Who asked; null where the card stands beside the question. */
    source: ActionSource | null;
  };
  onAnswered?: (answer: ConfirmationRequest["answer"], outcome: ActionOutcome | null) => void;
};

const icons: Record<ActionEffect, LucideIcon> = {
  read: Eye,
  write: Pencil,
  publish: Send,
  delete: Trash2,
  message: MessageCircle,
  connect: Plug,
};

/**
 * An action that waits for her yes: what would happen, who asked, how long the question stands; after
 * her answer what came of it, in the same place.
 */
export function ConfirmationCard({ confirmation, onAnswered = () => {} }: ConfirmationCardProps) {
  const { id, preview, source } = confirmation;
  const { confirmations: text, runs } = useMessages(runsMessages);
  const { answer, steps } = useAnswer(id, onAnswered);
  const Icon = icons[preview.effect];
  return (
    <section
      aria-label={text.label(preview.title)}
      className="grid w-full min-w-0 grid-cols-1 gap-4 rounded-card border border-control bg-card p-4"
    >
      <header className="flex items-start gap-3">
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
        <div className="grid min-w-0 gap-0.5">
          <h3 className="font-strong wrap-anywhere">{preview.title}</h3>
          <p className="text-ink-soft">
            {text.effects[preview.effect]}
            {source !== null && ` ${text.askedBy(runs.sources[source])}`}
          </p>
        </div>
      </header>
      <PreviewLines lines={preview.lines} />
      <StepList steps={steps} />
      {answer.isSuccess ? (
        <Settled answer={answer.variables} outcome={answer.data} />
      ) : (
        <Question confirmation={confirmation} answer={answer} />
      )}
    </section>
  );
}

type QuestionProps = {
  confirmation: ConfirmationCardProps["confirmation"];
  answer: ReturnType<typeof useAnswer>["answer"];
};

function Question({ confirmation: { preview, expiresAt }, answer }: QuestionProps) {
  const { confirmations: text } = useMessages(runsMessages);
  const sentence = useSentence();
  const left = timeLeft(expiresAt, useNow(1_000));
  if (answer.isError && !canTryAgain(answer.error)) {
    return <Notice>{sentence(answer.error)}</Notice>;
  }
  // What was answered in time goes on, however long it takes.
  if (left === null && !answer.isPending) return <Told>{text.expired}</Told>;
  const asked = answer.isPending ? answer.variables : null;
  return (
    <footer className="flex flex-wrap items-center justify-between gap-3">
      {answer.isError && <Notice>{sentence(answer.error)}</Notice>}
      <p role="timer" className="text-ink-soft tabular-nums">
        {left !== null && asked === null && text.timeLeft(left)}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          busy={asked === "decline"}
          disabled={asked === "confirm"}
          onClick={() => answer.mutate("decline")}
        >
          {text.decline}
        </Button>
        <Button
          variant={preview.effect === "delete" ? "danger" : "primary"}
          busy={asked === "confirm"}
          disabled={asked === "decline"}
          onClick={() => answer.mutate("confirm")}
        >
          {text.confirm}
        </Button>
      </div>
    </footer>
  );
}

/** Whether the question still stands; the gate takes one answer, so a second can't do it twice. */
function canTryAgain(error: unknown): boolean {
  return !(error instanceof AppError) || again.has(error.code);
}

const again: ReadonlySet<string> = new Set(["rate_limited", "upstream_unavailable"]);

type SettledProps = {
  answer: ConfirmationRequest["answer"];
  outcome: ActionOutcome | null | undefined;
};

function Settled({ answer, outcome }: SettledProps) {
  const { confirmations: text } = useMessages(runsMessages);
  if (answer === "decline") return <Told>{text.declined}</Told>;
  return outcome && outcome.status !== "confirm" ? (
    <RunOutcome outcome={outcome} />
  ) : (
    <Told>{text.alreadyConfirmed}</Told>
  );
}

function Told({ children }: { children: ReactNode }) {
  return <output className="text-ink-soft">{children}</output>;
}
