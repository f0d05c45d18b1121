"use client";

import type { Persona, Viewer } from "@genie/directus-client";
import { useMessages } from "#messages/use-messages.ts";
import { Page } from "#features/shell/page.tsx";
import { firstSteps } from "./first-steps.ts";
import { FirstStepsCard } from "./first-steps-card.tsx";

type HomePageProps = { viewer: Viewer; persona: Persona | null; tokenCount: number };

export function HomePage({ viewer, persona, tokenCount }: HomePageProps) {
  const messages = useMessages();
  const { home } = messages;
  const name = persona?.displayName || viewer.firstName;
  const title = name ? <span data-sensitive>{home.greeting(name)}</span> : home.greetingWithoutName;
  const steps = firstSteps({ viewer, persona, tokenCount }, messages);
  const intro = steps.every((step) => step.done) ? { intro: home.intro } : {};
  return (
    <Page title={title} {...intro}>
      <FirstStepsCard steps={steps} />
    </Page>
  );
}
