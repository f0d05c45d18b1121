"use client";

import { AppError } from "@genie/errors";
import { CircleCheck, RotateCw, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { Upload, Uploads } from "./uploads.ts";

type UploadListProps = {
  uploads: readonly Upload[];
  onRemove: Uploads["remove"];
  onRetry: Uploads["retry"];
};

/** Each file on its way, how far it is, and what was wrong with it. */
export function UploadList({ uploads, onRemove, onRetry }: UploadListProps) {
  const { library } = useMessages();
  const text = library.uploads;
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={text.title} className="grid gap-1 rounded-card border border-line bg-card p-2">
      {uploads.map((upload) => (
        <li key={upload.id} className="flex items-center gap-2 px-2 py-1">
          <div className="grid min-w-0 grow gap-1 py-1.5">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="wrap-anywhere" data-sensitive>
                {upload.name}
              </span>
              <UploadState upload={upload} />
            </p>
            {upload.state === "sending" && (
              <Progress value={upload.progress * 100} label={upload.name} />
            )}
          </div>
          {upload.state === "failed" && !isRefusal(upload.error) && (
            <Button
              variant="quiet"
              size="icon"
              aria-label={text.retry(upload.name)}
              onClick={() => onRetry(upload.id)}
            >
              <RotateCw aria-hidden />
            </Button>
          )}
          <Button
            variant="quiet"
            size="icon"
            aria-label={
              upload.state === "sending" ? text.stop(upload.name) : text.remove(upload.name)
            }
            onClick={() => onRemove(upload.id)}
          >
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The gate looked at it and won't have it: sending it again changes nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof AppError && error.code === "invalid_input";
}

function UploadState({ upload: { state, progress, error } }: { upload: Upload }) {
  const { library } = useMessages();
  const sentence = useSentence();
  const text = library.uploads;
  if (state === "failed") {
    return (
      <span role="alert" className="basis-full text-danger">
        {sentence(error)}
      </span>
    );
  }
  if (state === "done") {
    return (
      <output className="flex items-center gap-1.5 text-good">
        <CircleCheck aria-hidden className="size-4" />
        {text.done}
      </output>
    );
  }
  const percent = Math.round(progress * 100);
  const sending = progress < 1 ? text.sending(percent) : text.storing;
  return <span className="text-ink-soft">{state === "waiting" ? text.waiting : sending}</span>;
}
