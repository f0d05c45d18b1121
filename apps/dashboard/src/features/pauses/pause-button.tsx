"use client";

import type { PauseScope } from "@genie/directus-client";
import { CirclePause } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { cn } from "#components/ui/cn.ts";
import { pausesMessages } from "#messages/pauses-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { holdsAt } from "./holds.ts";
import { useKnownHolds } from "./holds-provider.tsx";
import { PauseDialog, type ScopeChoice } from "./pause-dialog.tsx";

type PauseButtonProps = {
  /** What may be paused from here; the first is suggested. */
  choices: readonly [ScopeChoice, ...ScopeChoice[]];
  /** A phone shows the icon alone. */
  compact?: boolean;
};

/** The quiet way to a pause. */
export function PauseButton({ choices, compact = false }: PauseButtonProps) {
  const { pauses } = useMessages(pausesMessages);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setIsOpen(true)}>
        <CirclePause aria-hidden />
        <span className={cn(compact && "max-md:sr-only")}>{pauses.open}</span>
      </Button>
      {isOpen && <PauseDialog choices={choices} onClose={() => setIsOpen(false)} />}
    </>
  );
}

/** For everything of hers, unless it is paused. */
export function PauseEverything() {
  const { pauses } = useMessages(pausesMessages);
  const holds = holdsAt(useNow(), useKnownHolds());
  if (holds.some((hold) => hold.kind === "pause" && hold.scope.kind === "all")) return null;
  const scope: PauseScope = { kind: "all" };
  return <PauseButton compact choices={[{ scope, label: pauses.scopes.all }]} />;
}
