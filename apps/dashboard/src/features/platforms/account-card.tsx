"use client";

import type { DuePost } from "@genie/directus-client";
import { CirclePause } from "lucide-react";
import { PlatformMark } from "#components/ui/platform-mark.tsx";
import { useId, useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useLogInRequests } from "#features/live-view/log-in-requests-provider.tsx";
import { concerns, holdsAt } from "#features/pauses/holds.ts";
import { useKnownHolds } from "#features/pauses/holds-provider.tsx";
import { PauseButton } from "#features/pauses/pause-button.tsx";
import { liveViewMessages } from "#messages/live-view-messages.ts";
import { pausesMessages } from "#messages/pauses-messages.ts";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { SessionPanel } from "#features/session-health/session-panel.tsx";
import { useSessionHealth } from "#features/session-health/sessions-provider.tsx";
import { accountAnchor } from "./account-anchor.ts";
import { accountFigures } from "./account-figures.ts";
import { type Account, type AccountState, accountState, actionOf } from "./account-state.ts";
import { AccountStateLine } from "./account-state-line.tsx";
import { enterAgain } from "./enter-again.ts";
import { DisconnectDialog } from "./disconnect-dialog.tsx";
import { ExperimentalBadge } from "./experimental-badge.tsx";
import { FrequencySelect } from "./frequency-select.tsx";
import { logInPath } from "./log-in-path.ts";
import { LogInAgainDialog } from "./log-in-again-dialog.tsx";
import { useIsExperimental } from "./use-is-experimental.ts";
import { usePlatforms } from "./use-platforms.ts";
import { nextScrape } from "./scrape-times.ts";
import { useAccountActions } from "./use-account-actions.ts";

type AccountCardProps = { account: Account; due: readonly DuePost[] };

/** An account: who, how it is, what it came to, and the one thing to do about it. */
export function AccountCard({ account, due }: AccountCardProps) {
  const { liveView } = useMessages(liveViewMessages);
  const { pauses } = useMessages(pausesMessages);
  const { platforms: text } = useMessages(platformsMessages);
  const { profile } = account;
  const headingId = useId();
  const now = useNow();
  const [open, setOpen] = useState<"disconnect" | "log_in" | null>(null);
  const { scrape, change } = useAccountActions(profile);
  const platform = usePlatforms().find(({ id }) => id === profile.platform);
  const isExperimental = useIsExperimental()(platform);
  const platformName = platform?.name ?? text.unknownPlatform(profile.platform);
  const { expiry } = useSessionHealth()(profile.id, now);
  const asked = useLogInRequests().find(({ profileId }) => profileId === profile.id) ?? null;
  const state = accountState(account, {
    isAvailable: platform !== undefined,
    until: expiry?.at ?? null,
    asked,
  });
  const action = actionOf(state);
  const secret = platform && enterAgain(platform, text);
  const asksForLogIn = action === "log_in" && secret !== undefined;
  const close = () => setOpen(null);
  const isHeld = holdsAt(now, useKnownHolds()).some((hold) => concerns(hold, profile));
  const isPaused = !profile.scrapeEnabled;
  const next = nextScrape(profile, now);
  const facts = [
    [text.lastScrape, <Moment key="last" at={profile.lastScrapedAt} none={text.never} />],
    [text.nextScrape, <NextScrape key="next" state={state} next={next} isPaused={isPaused} />],
  ] as const;

  return (
    <Card
      id={accountAnchor(profile.id)}
      aria-labelledby={headingId}
      className="grid scroll-mt-4 grid-cols-1 gap-5"
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <PlatformMark name={platformName} className="size-10 bg-sunken text-base" />
        <div className="grid min-w-48 flex-1 gap-1">
          <h2 id={headingId} className="text-base font-strong wrap-anywhere">
            {platformName}{" "}
            <span data-sensitive className="font-normal text-ink-soft">
              {text.account(profile.username)}
            </span>
          </h2>
          <AccountStateLine state={state} />
          {isExperimental && (
            <p className="text-ink-soft">
              <ExperimentalBadge /> {text.experimentalText(platformName)}
            </p>
          )}
          {isHeld && (
            <p className="flex items-start gap-1.5 text-warn">
              <CirclePause aria-hidden className="mt-0.5 size-4 shrink-0" />
              {text.postingPaused}
            </p>
          )}
        </div>
        {action === "scrape" && (
          <Button
            variant={state.kind === "signed_in" ? "secondary" : "primary"}
            busy={scrape.isPending}
            onClick={() => scrape.mutate()}
          >
            {text.scrape}
          </Button>
        )}
        {action === "sign_in" && (
          <ButtonLink>
            <IntentLink href={logInPath(profile.id)}>{liveView.open}</IntentLink>
          </ButtonLink>
        )}
        {asksForLogIn && <Button onClick={() => setOpen("log_in")}>{secret}</Button>}
      </div>
      <dl className="grid grid-cols-2 gap-4 empty:hidden sm:flex sm:flex-wrap sm:gap-x-10">
        {accountFigures(profile.figures).map(({ name, text: figure }) => (
          <div key={name}>
            <dt className="text-ink-soft">{text.figures[name]}</dt>
            <dd data-sensitive className="text-lg font-strong">
              {figure}
            </dd>
          </div>
        ))}
      </dl>
      <SessionPanel
        profile={profile}
        platform={platform}
        platformName={platformName}
        due={due}
        onPassword={asksForLogIn ? null : () => setOpen("log_in")}
      />
      <div className="grid gap-3 border-t border-line pt-4">
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {facts.map(([label, value]) => (
            <div key={label} className="flex gap-1.5">
              <dt className="text-ink-soft">{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap items-center gap-2">
          <FrequencySelect
            frequency={profile.scrapeFrequency}
            disabled={isPaused || change.isPending}
            onChoose={(scrapeFrequency) =>
              change.mutate({ change: { scrapeFrequency }, done: text.frequencySaved })
            }
          />
          <div className="-mx-3 flex flex-wrap sm:mx-0">
            <Button
              variant="quiet"
              size="small"
              busy={change.isPending}
              onClick={() =>
                change.mutate({
                  change: { scrapeEnabled: isPaused },
                  done: isPaused ? text.resumedNow : text.pausedNow,
                })
              }
            >
              {isPaused ? text.resume : text.pause}
            </Button>
            {!isHeld && (
              <PauseButton
                choices={[
                  {
                    scope: { kind: "account", profileId: profile.id },
                    label: pauses.scopes.account(platformName, profile.username),
                  },
                  {
                    scope: { kind: "platform", platform: profile.platform },
                    label: pauses.scopes.platform(platformName),
                  },
                ]}
              />
            )}
            <Button
              variant="quiet"
              size="small"
              className="text-danger hover:bg-danger-soft hover:text-danger"
              onClick={() => setOpen("disconnect")}
            >
              {text.disconnect}
            </Button>
          </div>
        </div>
      </div>
      {open === "log_in" && platform !== undefined && (
        <LogInAgainDialog platform={platform} profile={profile} onClose={close} />
      )}
      {open === "disconnect" && (
        <DisconnectDialog profile={profile} platformName={platformName} onClose={close} />
      )}
    </Card>
  );
}

type NextScrapeProps = { state: AccountState; next: Date | null; isPaused: boolean };

function NextScrape({ state, next, isPaused }: NextScrapeProps) {
  const { platforms: text } = useMessages(platformsMessages);
  if (state.kind === "reading") return <span>{text.now}</span>;
  if (state.kind === "queued") return <span>{text.soon}</span>;
  // The worker leaves an account alone whose log-in was refused, lest it be locked.
  if (state.kind === "login_wanted") return <span>{text.afterLogIn}</span>;
  return (
    <Moment at={next?.toISOString() ?? null} none={isPaused ? text.paused : text.notPlanned} />
  );
}
