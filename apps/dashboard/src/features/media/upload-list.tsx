"use client";

import { AppError } from "@genie/errors";
import { RotateCw, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { UploadState } from "./upload-state.tsx";
import type { Upload, Uploads } from "./uploads.ts";

type UploadListProps = {
  uploads: readonly Upload[];
  onRemove: Uploads["remove"];
  onRetry: Uploads["retry"];
};

/** Each file on its way, how far it is, and what was wrong with it; of several, how many have arrived. */
export function UploadList({ uploads, onRemove, onRetry }: UploadListProps) {
  const { library } = useMessages(libraryMessages);
  if (uploads.length === 0) return null;
  return (
    <section className="grid grid-cols-1 gap-1 rounded-card border border-line bg-card p-2">
      {uploads.length > 1 && <UploadSummary uploads={uploads} onRemove={onRemove} />}
      <ul
        aria-label={library.uploads.title}
        className="grid max-h-80 grid-cols-1 gap-1 overflow-y-auto"
      >
        {uploads.map((upload) => (
          <UploadItem key={upload.id} upload={upload} onRemove={onRemove} onRetry={onRetry} />
        ))}
      </ul>
    </section>
  );
}

function UploadSummary({ uploads, onRemove }: Pick<UploadListProps, "onRemove" | "uploads">) {
  const { uploads: text } = useMessages(libraryMessages).library;
  const done = uploads.filter(({ state }) => state === "done");
  const failed = uploads.filter(({ state }) => state === "failed");
  const isOver = done.length + failed.length === uploads.length;
  const cleared = isOver ? [...done, ...failed] : done;
  const onItsWay = uploads.filter(({ state }) => state === "sending" || state === "waiting");
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 px-2">
      <output className="font-strong">
        {text.summary(done.length, uploads.length, failed.length)}
      </output>
      <span className="flex flex-wrap gap-1">
        {cleared.length > 0 && (
          <Button variant="quiet" onClick={() => cleared.forEach(({ id }) => onRemove(id))}>
            {text.clear}
          </Button>
        )}
        {onItsWay.length > 0 && (
          <Button variant="quiet" onClick={() => onItsWay.forEach(({ id }) => onRemove(id))}>
            {text.stopAll}
          </Button>
        )}
      </span>
    </div>
  );
}

type UploadItemProps = Omit<UploadListProps, "uploads"> & { upload: Upload };

function UploadItem({ upload, onRemove, onRetry }: UploadItemProps) {
  const { uploads: text } = useMessages(libraryMessages).library;
  const { id, name, state, sentBytes, sizeBytes } = upload;
  const isGoing = state === "sending" || state === "waiting";
  return (
    <li className="flex items-center gap-2 px-2 py-1">
      <div className="grid min-w-0 grow gap-1 py-1.5">
        <p className="flex flex-wrap justify-between gap-x-4">
          <span className="wrap-anywhere" data-sensitive>
            {name}
          </span>
          <UploadState upload={upload} />
        </p>
        {state === "sending" && (
          <Progress value={(sentBytes / Math.max(1, sizeBytes)) * 100} label={name} />
        )}
      </div>
      {state === "failed" && !isRefusal(upload.error) && (
        <Button
          variant="quiet"
          size="icon"
          aria-label={text.retry(name)}
          onClick={() => onRetry(id)}
        >
          <RotateCw aria-hidden />
        </Button>
      )}
      <Button
        variant="quiet"
        size="icon"
        aria-label={isGoing ? text.stop(name) : text.remove(name)}
        onClick={() => onRemove(id)}
      >
        <X aria-hidden />
      </Button>
    </li>
  );
}

/** The gate looked at it and won't have it: sending it again changes nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof AppError && error.code === "invalid_input";
}
