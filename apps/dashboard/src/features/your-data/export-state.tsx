"use client";

import { stopTransfer, type Transfer, type Viewer } from "@genie/directus-client";
import { useMutation } from "@tanstack/react-query";
import { Button } from "#components/ui/button.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { useMessages } from "#messages/use-messages.ts";
import { yourDataMessages } from "#messages/your-data-messages.ts";
import { isUnderWay, useTransfers } from "./use-transfers.ts";

/** How far the download is, or what became of the last one. */
export function ExportState({ viewer }: { viewer: Viewer }) {
  const { yourData } = useMessages(yourDataMessages);
  const list = useTransfers(viewer, "export");
  const last = list.data?.[0];
  return (
    <>
      <LoadProblem what={yourData.export.loadFailed} of={[list]} />
      {last && <LastExport transfer={last} onStopped={() => void list.refetch()} />}
    </>
  );
}

type LastExportProps = { transfer: Transfer; onStopped: () => void };

function LastExport({ transfer: last, onStopped }: LastExportProps) {
  const { yourData } = useMessages(yourDataMessages);
  if (isUnderWay(last)) return <UnderWay transfer={last} onStopped={onStopped} />;
  if (last.status === "failed") return <Notice>{yourData.export.brokeOff}</Notice>;
  if (last.status === "cancelled")
    return <p className="text-ink-soft">{yourData.export.stopped}</p>;
  return <Done transfer={last} />;
}

function UnderWay({ transfer, onStopped }: LastExportProps) {
  const { yourData } = useMessages(yourDataMessages);
  const sentence = useSentence();
  const words = yourData.export;
  const stop = useMutation({
    mutationFn: () => stopTransfer(browserDirectus(), transfer.id),
    onSuccess: onStopped,
  });
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap justify-between gap-2">
        <span>{words.underWay}</span>
        <span className="text-ink-soft">{words.progress(transfer.progress)}</span>
      </p>
      <Progress value={transfer.progress} label={words.underWay} />
      {stop.isError && (
        <Notice>
          {words.stopFailed} {sentence(stop.error)}
        </Notice>
      )}
      <Button
        variant="secondary"
        size="small"
        className="justify-self-start"
        busy={stop.isPending}
        onClick={() => stop.mutate()}
      >
        {words.stop}
      </Button>
    </div>
  );
}

function Done({ transfer: { exported: result, completed_at: at } }: { transfer: Transfer }) {
  const { yourData } = useMessages(yourDataMessages);
  if (result === null || at === null) return null;
  const words = yourData.export;
  return (
    <div className="grid gap-1 text-ink-soft">
      <p>
        {words.last} <Moment at={at} none="" />:{" "}
        {words.amount(result.rows, result.files, result.size_bytes)}
      </p>
      {result.missing > 0 && <p>{words.missing(result.missing)}</p>}
    </div>
  );
}
