"use client";

import { NativeSelect } from "#components/ui/native-select.tsx";
import { platformsMessages } from "#messages/platforms-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { frequencies, frequencyNames } from "./scrape-times.ts";

type FrequencySelectProps = {
  /** A cron expression. */
  frequency: string;
  disabled: boolean;
  onChoose: (frequency: string) => void;
};

/** How often an account is scraped. A schedule that is none of ours stays on the list. */
export function FrequencySelect({ frequency, disabled, onChoose }: FrequencySelectProps) {
  const { platforms } = useMessages(platformsMessages);
  const isOurs = frequencyNames.some((name) => frequencies[name] === frequency);
  return (
    <NativeSelect
      aria-label={platforms.frequency}
      className="min-h-8 py-1 text-sm pointer-coarse:min-h-11 pointer-coarse:text-base"
      value={frequency}
      disabled={disabled}
      onChange={({ target }) => onChoose(target.value)}
    >
      {!isOurs && <option value={frequency}>{platforms.ownFrequency(frequency)}</option>}
      {frequencyNames.map((name) => (
        <option key={name} value={frequencies[name]}>
          {platforms.frequencies[name]}
        </option>
      ))}
    </NativeSelect>
  );
}
