"use client";

import { CircleAlert, Split } from "lucide-react";
import { Tabs } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DraftAccount } from "./draft-accounts.ts";
import type { PartKey } from "./said-problems.ts";

const all = "all";

type PartTabsProps = {
  /** The accounts that differ. */
  differing: readonly DraftAccount[];
  /** Those that could. */
  others: readonly DraftAccount[];
  part: PartKey;
  hasProblem: (part: PartKey) => boolean;
  onPart: (part: PartKey) => void;
  onDiffer: (account: DraftAccount) => void;
  onSame: (account: DraftAccount) => void;
  children: ReactNode;
};

/** What all get, and a tab for each account that is to get something else; no tabs before she asks. */
export function PartTabs(props: PartTabsProps) {
  const { differing, others, part, hasProblem, onPart, onDiffer, onSame, children } = props;
  const { composer } = useMessages(composerMessages);
  const current = differing.find(({ id }) => id === part);
  if (differing.length === 0) {
    return (
      <>
        {children}
        <Differ accounts={others} onDiffer={onDiffer} />
      </>
    );
  }
  const tabs = [{ id: null, label: composer.allPart }, ...differing];
  return (
    <Tabs.Root
      value={part ?? all}
      onValueChange={(value) => onPart(value === all ? null : value)}
      className="grid min-w-0 gap-4"
    >
      <Tabs.List
        aria-label={composer.parts}
        className="flex flex-wrap gap-x-1 border-b border-line"
      >
        {tabs.map(({ id, label }) => (
          <Tabs.Trigger
            key={id ?? all}
            value={id ?? all}
            className="-mb-px flex min-h-10 max-w-full items-center gap-1.5 rounded-t-control border-b-2 border-transparent px-3 py-1.5 text-ink-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:font-strong data-[state=active]:text-ink pointer-coarse:min-h-11"
          >
            <span className="min-w-0 wrap-anywhere">{label}</span>
            {hasProblem(id) && (
              <>
                <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />
                <span className="sr-only">{composer.partHasProblem}</span>
              </>
            )}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value={part ?? all} className="grid min-w-0 gap-6">
        {current !== undefined && (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="text-ink-soft">{composer.onlyFor(current.label)}</p>
            <Button variant="secondary" size="small" onClick={() => onSame(current)}>
              {composer.makeSame}
            </Button>
          </div>
        )}
        {children}
      </Tabs.Content>
      {current === undefined && <Differ accounts={others} onDiffer={onDiffer} />}
    </Tabs.Root>
  );
}

type DifferProps = Pick<PartTabsProps, "onDiffer"> & { accounts: readonly DraftAccount[] };

function Differ({ accounts, onDiffer }: DifferProps) {
  const { composer } = useMessages(composerMessages);
  const [isOpen, setOpen] = useState(false);
  if (accounts.length === 0) return null;
  return (
    <div className="grid justify-items-start gap-2">
      <Button
        variant="quiet"
        size="small"
        className="-ml-3"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Split aria-hidden />
        {composer.differ}
      </Button>
      {isOpen && (
        <div className="flex flex-wrap gap-2">
          {accounts.map((account) => (
            <Button
              key={account.id}
              variant="secondary"
              size="small"
              className="max-w-full whitespace-normal"
              onClick={() => {
                setOpen(false);
                onDiffer(account);
              }}
            >
              {composer.differFor(account.label)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
