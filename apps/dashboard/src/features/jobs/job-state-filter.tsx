"use client";

import { cn } from "#components/ui/cn.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { type JobState, jobStateNames } from "./job-states.ts";

/** Links, so that a choice is in the address and Back takes it back. */
export function JobStateFilter({ chosen }: { chosen: JobState | null }) {
  const { jobs: text } = useMessages(jobsMessages);
  const choices = [
    { name: null, label: text.all },
    ...jobStateNames.map((name) => ({ name, label: text.states[name] })),
  ];
  return (
    <nav aria-label={text.filterLabel}>
      <ul className="flex flex-wrap gap-1">
        {choices.map(({ name, label }) => (
          <li key={label}>
            <AddressLink
              to={{ state: name }}
              aria-current={name === chosen ? "true" : undefined}
              className={cn(
                "flex min-h-8 items-center rounded-control px-3 pointer-coarse:min-h-11",
                name === chosen
                  ? "bg-accent-soft text-accent"
                  : "text-ink-soft hover:bg-sunken hover:text-ink",
              )}
            >
              {label}
            </AddressLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
