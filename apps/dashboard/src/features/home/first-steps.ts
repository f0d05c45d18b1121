import type { Profile } from "@genie/directus-client";
import type { Messages } from "#messages/messages.ts";

export type FirstStep = {
  name: "connect" | "library" | "schedule";
  title: string;
  text: string;
  action: string;
  href: string;
  done: boolean;
};

export type Progress = {
  profiles: readonly Pick<Profile, "connection">[];
  mediaCount: number;
  /** Posts that were ever scheduled. */
  scheduledCount: number;
};

/** The way to the first scheduled post, each step done or not by the account's real state. */
export function firstSteps(
  { profiles, mediaCount, scheduledCount }: Progress,
  { home }: Pick<Messages, "home">,
): FirstStep[] {
  const connected = profiles.filter(({ connection }) => connection === "connected").length;
  const step = (name: FirstStep["name"], href: string, count: number): FirstStep => ({
    name,
    title: home.steps[name].title,
    text: count > 0 ? home.steps[name].done(count) : home.steps[name].todo,
    action: home.steps[name].action,
    href,
    done: count > 0,
  });
  return [
    step("connect", "/app/platforms", connected),
    step("library", "/app/media", mediaCount),
    step("schedule", "/app?compose=new", scheduledCount),
  ];
}
