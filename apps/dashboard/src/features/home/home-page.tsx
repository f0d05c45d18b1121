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
  return (
    <Page title={title} intro={home.intro}>
      <FirstStepsCard steps={firstSteps({ viewer, persona, tokenCount }, messages)} />
    </Page>
  );
}
