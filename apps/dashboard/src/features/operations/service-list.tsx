"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import type { Messages } from "#messages/messages.ts";
import { operationsMessages } from "#messages/operations-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type Readiness = {
  parts: Record<string, "ok" | "trouble">;
  troubles: readonly { part: string; sentence: string }[];
};

/** Of several instances of a service the second and so on have a number. */
function nameOf(part: string, text: Messages["operations"]): string {
  const [, service = "", number] = /^(.*?)(?:-(\d+))?$/.exec(part) ?? [];
  const names: Readonly<Record<string, string>> = text.parts;
  const name = names[service];
  if (name === undefined) return part;
  return number === undefined ? name : text.numbered(name, number);
}

/** Each service, whether it is ready, and what is wrong with it. */
export function ServiceList({ readiness: { parts, troubles } }: { readiness: Readiness }) {
  const { operations: text } = useMessages(operationsMessages);
  return (
    <section aria-labelledby="services" className="grid grid-cols-1 gap-3">
      <h2 id="services" className="text-base font-strong">
        {text.services}
      </h2>
      <ul className="grid grid-cols-1 overflow-hidden rounded-card border border-line bg-card">
        {Object.entries(parts).map(([part, state]) => (
          <li key={part} className="grid gap-1 border-t border-line p-4 first:border-t-0">
            <p className="flex items-center justify-between gap-4">
              <span className="font-strong">{nameOf(part, text)}</span>
              {state === "ok" ? (
                <span className="flex items-center gap-1.5 text-ink-soft">
                  <CircleCheck aria-hidden className="size-4" />
                  {text.partOk}
                </span>
              ) : (
                <span className="flex items-center gap-1.5 text-danger">
                  <CircleAlert aria-hidden className="size-4" />
                  {text.partTrouble}
                </span>
              )}
            </p>
            {troubles
              .filter((trouble) => trouble.part === part)
              .map(({ sentence }) => (
                <p key={sentence} className="text-sm text-ink-soft">
                  {sentence}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
