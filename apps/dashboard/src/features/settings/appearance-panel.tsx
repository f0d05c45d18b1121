"use client";

import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { themeNames } from "#features/device/device-preferences.ts";
import { useDevice } from "#features/device/device-provider.tsx";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

export function AppearancePanel() {
  const { appearance } = useMessages(settingsMessages);
  const { shell } = useMessages();
  const { theme, privateMode, singleKeys, change } = useDevice();
  return (
    <>
      <Card>
        <fieldset className="grid gap-3">
          <legend className="text-base font-strong">{appearance.themeTitle}</legend>
          <p className="text-ink-soft">{appearance.themeIntro}</p>
          {themeNames.map((name) => (
            <Choice
              key={name}
              type="radio"
              name="theme"
              label={appearance.themes[name]}
              checked={theme === name}
              onChange={() => change({ theme: name })}
            />
          ))}
        </fieldset>
      </Card>
      <Card className="grid justify-items-start gap-4">
        <div className="grid gap-1">
          <CardTitle>{appearance.privateTitle}</CardTitle>
          <p className="max-w-prose text-ink-soft">{appearance.privateText}</p>
        </div>
        <Button
          variant="secondary"
          aria-pressed={privateMode}
          onClick={() => change({ privateMode: !privateMode })}
        >
          {privateMode ? shell.privateOff : shell.privateOn}
        </Button>
        {singleKeys && (
          <p className="text-ink-soft pointer-coarse:hidden">
            {appearance.shortcutBefore} <Kbd>P</Kbd> {appearance.shortcutAfter}
          </p>
        )}
        <Choice
          type="checkbox"
          label={appearance.singleKeys}
          hint={appearance.singleKeysHint}
          checked={singleKeys}
          onChange={() => change({ singleKeys: !singleKeys })}
        />
      </Card>
    </>
  );
}
