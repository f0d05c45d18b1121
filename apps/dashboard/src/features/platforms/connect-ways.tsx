"use client";

import type { ConnectWay, Platform } from "@genie/platforms";
import { type ComponentType, useState } from "react";
import { Choice } from "#components/ui/choice.tsx";
import { ConnectByExtension } from "#features/extension/connect-by-extension.tsx";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { ConnectByHand } from "./connect-by-hand.tsx";
import { ConnectForm } from "./connect-form.tsx";

type WayProps = { platform: Platform; onDone: () => void };

/** What each way needs of her. */
const ways: Record<ConnectWay, ComponentType<WayProps>> = {
  extension: ConnectByExtension,
  live_login: ConnectByHand,
  password: ConnectForm,
  token: ConnectForm,
};

/** The ways to connect an account of the platform, the safest first. */
export function ConnectWays({ platform, onDone }: WayProps) {
  const { platforms: text } = useMessages(platformsMessages);
  const offered = platform.connectBy;
  const [way, setWay] = useState(offered[0]);
  const Chosen = way && ways[way];
  return (
    <>
      {offered.length > 1 && (
        <fieldset className="grid gap-1">
          <legend className="font-strong">{text.ways.title}</legend>
          {offered.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="way"
              label={text.ways[one].label}
              hint={text.ways[one].hint}
              checked={one === way}
              onChange={() => setWay(one)}
            />
          ))}
        </fieldset>
      )}
      {offered.length === 0 && <p>{text.ways.none(platform.name)}</p>}
      {Chosen && <Chosen platform={platform} onDone={onDone} />}
    </>
  );
}
