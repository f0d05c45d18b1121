"use client";

import type { Post } from "@genie/directus-client";
import { useId } from "react";
import { Choice } from "#components/ui/choice.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const policies = ["publish", "hold"] as const satisfies Post["latePolicy"][];

type LatePolicyFieldProps = {
  policy: Post["latePolicy"];
  onChoose: (policy: Post["latePolicy"]) => void;
};

/** What becomes of a late post. Folded away: hardly anybody changes it. */
export function LatePolicyField({ policy, onChoose }: LatePolicyFieldProps) {
  const { composer } = useMessages(composerMessages);
  const name = useId();
  return (
    <details>
      <summary className="w-fit max-w-full cursor-pointer rounded-control py-2 text-ink-soft hover:text-ink">
        {composer.late}:{" "}
        <span className="font-strong text-ink">{composer.latePolicies[policy].summary}</span>
      </summary>
      <fieldset aria-label={composer.late} className="grid min-w-0 gap-1 pt-1 pl-4">
        {policies.map((one) => (
          <Choice
            key={one}
            type="radio"
            name={name}
            label={composer.latePolicies[one].label}
            hint={composer.latePolicies[one].hint}
            checked={one === policy}
            onChange={() => onChoose(one)}
          />
        ))}
      </fieldset>
    </details>
  );
}
