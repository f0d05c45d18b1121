"use client";

import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { TurnOffTwoFactorDialog } from "./turn-off-two-factor-dialog.tsx";
import { TurnOnTwoFactorDialog } from "./turn-on-two-factor-dialog.tsx";

export function TwoFactorCard({ isOn }: { isOn: boolean }) {
  const { security } = useMessages(settingsMessages);
  const [open, setOpen] = useState(false);
  const Icon = isOn ? ShieldCheck : ShieldAlert;
  return (
    <Card className="flex flex-wrap items-center justify-between gap-4">
      <div className="flex min-w-56 flex-1 items-start gap-3">
        <Icon aria-hidden className={isOn ? "size-5 text-good" : "size-5 text-ink-soft"} />
        <div className="grid flex-1 gap-1">
          <CardTitle>{security.twoFactorTitle}</CardTitle>
          <p className="text-ink-soft">{isOn ? security.isOn : security.isOff}</p>
        </div>
      </div>
      <Button variant={isOn ? "secondary" : "primary"} onClick={() => setOpen(true)}>
        {isOn ? security.turnOff : security.turnOn}
      </Button>
      {open &&
        (isOn ? (
          <TurnOffTwoFactorDialog onClose={() => setOpen(false)} />
        ) : (
          <TurnOnTwoFactorDialog onClose={() => setOpen(false)} />
        ))}
    </Card>
  );
}
