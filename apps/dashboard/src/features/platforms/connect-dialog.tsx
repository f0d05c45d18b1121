"use client";

import type { Platform } from "@genie/platforms";
import { useState } from "react";
import { Choice } from "#components/ui/choice.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ConnectWays } from "./connect-ways.tsx";
import { ExperimentalBadge } from "./experimental-badge.tsx";
import { useIsExperimental } from "./use-is-experimental.ts";
import { usePlatforms } from "./use-platforms.ts";

/** Chooses a platform and signs in to it. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { actions } = useMessages();
  const { platforms: text } = useMessages(platformsMessages);
  const platforms = usePlatforms();
  const isExperimental = useIsExperimental();
  const [chosen, setChosen] = useState<Platform | undefined>(platforms[0]);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={text.form.title}
      description={text.form.description}
      closeLabel={actions.close}
    >
      <fieldset className="grid gap-1">
        <legend className="font-strong">{text.form.platform}</legend>
        {platforms.map((platform) => (
          <Choice
            key={platform.id}
            type="radio"
            name="platform"
            label={platform.name}
            hint={
              isExperimental(platform)
                ? `${hostOf(platform)} · ${text.experimental}`
                : hostOf(platform)
            }
            checked={platform.id === chosen?.id}
            onChange={() => setChosen(platform)}
          />
        ))}
      </fieldset>
      {isExperimental(chosen) && (
        <p className="text-ink-soft">
          <ExperimentalBadge /> {text.experimentalText(chosen?.name ?? "")}
        </p>
      )}
      {chosen !== undefined && <ConnectWays key={chosen.id} platform={chosen} onDone={onClose} />}
    </Dialog>
  );
}

const hostOf = ({ origin }: Platform) => new URL(origin).host;
