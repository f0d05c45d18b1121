"use client";

import { Circle, CircleCheck } from "lucide-react";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { homeMessages } from "#messages/home-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { FirstStep } from "./first-steps.ts";

/** Helps somebody new to her first scheduled post. */
export function FirstStepsCard({ steps }: { steps: FirstStep[] }) {
  const { home } = useMessages(homeMessages);
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <CardTitle>{home.stepsTitle}</CardTitle>
        <p className="text-ink-soft">{home.stepsProgress(done, steps.length)}</p>
      </div>
      <ol className="mt-4 grid">
        {steps.map((step) => (
          <li
            key={step.name}
            className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-3 border-t border-line py-4 last:pb-0 sm:grid-cols-[auto_minmax(0,1fr)_auto]"
          >
            <Tick done={step.done} />
            <div>
              <h3 className="font-strong">{step.title}</h3>
              <p className="text-ink-soft">{step.text}</p>
            </div>
            {!step.done && (
              <ButtonLink
                variant={step === next ? "primary" : "secondary"}
                className="col-start-2 justify-self-start sm:col-start-3"
              >
                {step.name === "schedule" ? (
                  <AddressLink to={{ compose: "new" }}>{step.action}</AddressLink>
                ) : (
                  <IntentLink href={step.href}>{step.action}</IntentLink>
                )}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Tick({ done }: { done: boolean }) {
  const { home } = useMessages(homeMessages);
  return done ? (
    <>
      <CircleCheck aria-hidden className="size-6 shrink-0 text-good" />
      <span className="sr-only">{home.stepDone}</span>
    </>
  ) : (
    <Circle aria-hidden className="size-6 shrink-0 text-control" />
  );
}
