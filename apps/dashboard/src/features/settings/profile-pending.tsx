"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** Shown until the webhook that follows a registration has made the profile. */
export function ProfilePending() {
  const { actions } = useMessages();
  const { profile } = useMessages(settingsMessages);
  const router = useRouter();
  return (
    <Card className="grid justify-items-start gap-3">
      <CardTitle>{profile.pendingTitle}</CardTitle>
      <p className="text-ink-soft">{profile.pending}</p>
      <Button variant="secondary" onClick={() => router.refresh()}>
        {actions.reload}
      </Button>
    </Card>
  );
}
