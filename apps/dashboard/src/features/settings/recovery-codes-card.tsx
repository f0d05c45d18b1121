"use client";

import { countRecoveryCodes } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { LifeBuoy } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { settingsMessages } from "#messages/settings-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { NewCodesDialog } from "./new-codes-dialog.tsx";
import { recoveryCodesKey } from "./recovery-codes-key.ts";

const fewerAreFew = 3;

/** How many recovery codes are left, and new ones. */
export function RecoveryCodesCard() {
  const { recoveryCodes: text } = useMessages(settingsMessages);
  const [open, setOpen] = useState(false);
  const count = useQuery({
    queryKey: recoveryCodesKey,
    queryFn: () => countRecoveryCodes(browserDirectus()),
  });
  return (
    <Card className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex min-w-56 flex-1 items-start gap-3">
          <LifeBuoy aria-hidden className="size-5 text-ink-soft" />
          <div className="grid flex-1 gap-1">
            <CardTitle>{text.title}</CardTitle>
            <p className="max-w-prose text-ink-soft">{text.intro}</p>
            {count.isPending && <Skeleton className="h-5 w-32" />}
            {count.data !== undefined && <p>{text.left(count.data)}</p>}
          </div>
        </div>
        <Button variant="secondary" onClick={() => setOpen(true)}>
          {text.make}
        </Button>
      </div>
      <LoadProblem what={text.loadFailed} of={[count]} />
      {count.data !== undefined && count.data < fewerAreFew && (
        <Notice>{text.few(count.data)}</Notice>
      )}
      {open && <NewCodesDialog onClose={() => setOpen(false)} />}
    </Card>
  );
}
