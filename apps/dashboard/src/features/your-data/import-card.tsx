"use client";

import { startImport, type Viewer } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { tooLargeToImport } from "@genie/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { useMessages } from "#messages/use-messages.ts";
import { yourDataMessages } from "#messages/your-data-messages.ts";
import { ImportState } from "./import-state.tsx";
import { isUnderWay, transfersKey, useTransfers } from "./use-transfers.ts";

/** An export of this or another installation, brought in. */
export function ImportCard({ viewer }: { viewer: Viewer }) {
  const { yourData } = useMessages(yourDataMessages);
  const words = yourData.import;
  const sentence = useSentence();
  const picker = useRef<HTMLInputElement>(null);
  const queryClient = useQueryClient();
  const last = useTransfers(viewer, "import").data?.[0];
  const start = useMutation({
    mutationFn: async (file: File) => {
      const tooLarge = tooLargeToImport(file.size);
      if (tooLarge !== null) throw new AppError("invalid_input", tooLarge);
      await startImport(browserDirectus(), file);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: transfersKey }),
  });
  const isBusy = start.isPending || (last !== undefined && isUnderWay(last));
  return (
    <Card className="grid grid-cols-1 gap-4">
      <div className="grid gap-2">
        <CardTitle>{words.title}</CardTitle>
        <p className="max-w-prose text-ink-soft">{words.intro}</p>
        <p className="max-w-prose text-ink-soft">{words.changes}</p>
        <p className="max-w-prose text-ink-soft">{words.limit}</p>
      </div>
      {start.isPending && <p>{words.sending}</p>}
      {start.isError && <Notice>{sentence(start.error)}</Notice>}
      {last && !start.isPending && <ImportState transfer={last} />}
      <Button
        variant="secondary"
        className="justify-self-start"
        busy={isBusy}
        onClick={() => picker.current?.click()}
      >
        <Upload aria-hidden />
        {words.start}
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".zip,application/zip"
        aria-label={words.file}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) start.mutate(file);
          target.value = "";
        }}
      />
    </Card>
  );
}
