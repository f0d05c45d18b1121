"use client";

import type { Viewer } from "@genie/directus-client";
import { useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { yourDataMessages } from "#messages/your-data-messages.ts";
import { ExportDialog } from "./export-dialog.tsx";
import { ExportState } from "./export-state.tsx";
import { transfersKey } from "./use-transfers.ts";

/** A copy of everything, as often as she likes. */
export function ExportCard({ viewer }: { viewer: Viewer }) {
  const { yourData } = useMessages(yourDataMessages);
  const [open, setOpen] = useState(false);
  const queryClient = useQueryClient();
  const toast = useToast();
  const words = yourData.export;
  return (
    <Card className="grid grid-cols-1 gap-4">
      <div className="grid gap-2">
        <CardTitle>{words.title}</CardTitle>
        <p className="max-w-prose text-ink-soft">{words.intro}</p>
        <p className="max-w-prose text-ink-soft">{words.without}</p>
      </div>
      <ExportState viewer={viewer} />
      <Button className="justify-self-start" onClick={() => setOpen(true)}>
        <Download aria-hidden />
        {words.start}
      </Button>
      {open && (
        <ExportDialog
          onClose={() => setOpen(false)}
          onStarted={() => {
            toast(words.started);
            void queryClient.invalidateQueries({ queryKey: transfersKey });
          }}
        />
      )}
    </Card>
  );
}
