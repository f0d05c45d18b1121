import type { Persona, Viewer } from "@genie/directus-client";
import type { Messages } from "#messages/messages.ts";

export type FirstStep = {
  name: "timezone" | "token" | "twoFactor";
  title: string;
  text: string;
  action: string;
  href: string;
  done: boolean;
};

/** The onboarding state of somebody who has chosen her time zone. */
export const zoneChosen = "zone_chosen";

/** What there is to set up, each step done or not by the account's real state. */
export function firstSteps(
  { viewer, persona, tokenCount }: { viewer: Viewer; persona: Persona | null; tokenCount: number },
  { home }: Messages,
): FirstStep[] {
  const zone = persona !== null && persona.onboardingState !== "new" ? persona.timezone : undefined;
  return [
    {
      name: "timezone",
      title: home.timezone.title,
      text: zone === undefined ? home.timezone.todo : home.timezone.done(zone),
      action: home.timezone.action,
      href: "/app/settings/profile",
      done: zone !== undefined,
    },
    {
      name: "twoFactor",
      title: home.twoFactor.title,
      text: viewer.hasTwoFactor ? home.twoFactor.done : home.twoFactor.todo,
      action: home.twoFactor.action,
      href: "/app/settings/security",
      done: viewer.hasTwoFactor,
    },
    {
      name: "token",
      title: home.token.title,
      text: tokenCount > 0 ? home.token.done(tokenCount) : home.token.todo,
      action: home.token.action,
      href: "/app/settings/tokens",
      done: tokenCount > 0,
    },
  ];
}
