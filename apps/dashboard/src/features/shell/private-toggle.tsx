"use client";

import { Eye, EyeOff } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { useDevice } from "#features/device/device-provider.tsx";
import { useMessages } from "#messages/use-messages.ts";

/** Private mode within one tap on a phone, where there is no rail. */
export function PrivateToggle() {
  const { shell } = useMessages();
  const { privateMode, change } = useDevice();
  const Icon = privateMode ? Eye : EyeOff;
  return (
    <Button
      variant="quiet"
      size="icon"
      className="md:hidden"
      aria-label={privateMode ? shell.privateOff : shell.privateOn}
      onClick={() => change({ privateMode: !privateMode })}
    >
      <Icon aria-hidden />
    </Button>
  );
}
