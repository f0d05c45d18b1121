"use client";

import type { ConnectWay, Platform } from "@genie/platforms";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { enterAgain } from "#features/platforms/enter-again.ts";
import { logInPath } from "#features/platforms/log-in-path.ts";
import { liveViewMessages } from "#messages/live-view-messages.ts";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { sessionsMessages } from "#messages/sessions-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type RenewalWaysProps = {
  profileId: string;
  platform: Platform;
  /** Null where a button for it stands already. */
  onPassword: (() => void) | null;
};

/** A button for each way in which the platform lets a session be renewed, the safest first. */
export function RenewalWays({ profileId, platform, onPassword }: RenewalWaysProps) {
  const { liveView } = useMessages(liveViewMessages);
  const { platforms } = useMessages(platformsMessages);
  const { sessions: text } = useMessages(sessionsMessages);
  const enterAnew = onPassword && (
    <Button variant="secondary" size="small" onClick={onPassword}>
      {enterAgain(platform, platforms)}
    </Button>
  );
  const ways: Record<ConnectWay, ReactNode> = {
    extension: (
      <ButtonLink variant="secondary" size="small">
        <IntentLink href="/app/settings/extension">{text.renewByExtension}</IntentLink>
      </ButtonLink>
    ),
    live_login: (
      <ButtonLink variant="secondary" size="small">
        <IntentLink href={logInPath(profileId)}>{liveView.openByHand}</IntentLink>
      </ButtonLink>
    ),
    password: enterAnew,
    token: enterAnew,
  };
  return platform.connectBy.map((way) => ways[way] && <span key={way}>{ways[way]}</span>);
}
