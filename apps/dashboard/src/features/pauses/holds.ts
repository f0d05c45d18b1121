import type { Pause, PauseScope, Post, Stop } from "@genie/directus-client";
import type { Messages } from "#messages/messages.ts";

/** What keeps posts from going out: a pause of hers, or a stop of the person who runs the server. */
export type Hold = ({ kind: "pause" } & Pause) | ({ kind: "stop" } & Stop);

export type KnownHolds = { pauses: readonly Pause[]; stops: readonly Stop[] };

type Account = Pick<Post["account"], "id" | "platform">;

/** For a page whose clock is some seconds behind the server's. */
const skewMs = 60_000;

/** What holds at a moment: stops first, then the pause that was begun last. */
export function holdsAt(at: Date, { pauses, stops }: KnownHolds): Hold[] {
  return [
    ...stops.map<Hold>((stop) => ({ kind: "stop", ...stop })),
    ...pauses
      .filter(
        ({ from, until }) =>
          Date.parse(from) <= at.getTime() + skewMs &&
          (until === null || Date.parse(until) > at.getTime()),
      )
      .map<Hold>((pause) => ({ kind: "pause", ...pause })),
  ];
}

/** Whether a hold is about an account. */
export function concerns(hold: Hold, { id, platform }: Account): boolean {
  if (hold.kind === "stop") return hold.platform === null || hold.platform === platform;
  return inScope(hold.scope, { id, platform });
}

export function inScope(scope: PauseScope, { id, platform }: Account): boolean {
  if (scope.kind === "all") return true;
  return scope.kind === "platform" ? scope.platform === platform : scope.profileId === id;
}

/** What keeps a post back, now or once it is due; null when nothing does. */
export function holdOf(
  { account, scheduledFor }: Pick<Post, "account" | "scheduledFor">,
  now: Date,
  known: KnownHolds,
): Hold | null {
  const due = scheduledFor === null ? now : new Date(scheduledFor);
  const holds = holdsAt(due > now ? due : now, known);
  return holds.find((hold) => concerns(hold, account)) ?? null;
}

/** "posting on Sandbox is paused": what holds a post of that platform back, within a sentence. */
export function holdName(hold: Hold, platformName: string, { named }: Messages["pauses"]): string {
  if (hold.kind === "stop") {
    return hold.platform === null ? named.stopped : named.platformStopped(platformName);
  }
  const { kind } = hold.scope;
  if (kind === "all") return named.all;
  return kind === "platform" ? named.platform(platformName) : named.account(platformName);
}
