"use client";

import { CircleCheck } from "lucide-react";
import { useSentence } from "#features/http/use-sentence.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import type { Messages } from "#messages/messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { Upload } from "./uploads.ts";

/** How an upload stands, in words. */
export function UploadState({ upload }: { upload: Upload }) {
  const { uploads: text } = useMessages(libraryMessages).library;
  const sentence = useSentence();
  if (upload.state === "failed") {
    return (
      <span role="alert" className="basis-full text-danger">
        {sentence(upload.error)}
      </span>
    );
  }
  if (upload.state === "done") {
    return (
      <output className="flex items-center gap-1.5 text-good">
        <CircleCheck aria-hidden className="size-4" />
        {text.done}
      </output>
    );
  }
  if (upload.state === "waiting") return <span className="text-ink-soft">{text.waiting}</span>;
  return <span className="text-ink-soft tabular-nums">{describeSending(upload, text)}</span>;
}

type Words = Messages["library"]["uploads"];

function describeSending(upload: Upload, text: Words): string {
  const { sentBytes, sizeBytes, perSecond, isInterrupted } = upload;
  const percent = Math.floor((sentBytes / Math.max(1, sizeBytes)) * 100);
  if (isInterrupted) return text.interrupted(percent);
  if (sentBytes >= sizeBytes) return text.storing;
  if (perSecond === null || perSecond === 0) return text.sending(percent);
  const left = text.left((sizeBytes - sentBytes) / perSecond);
  return [text.sending(percent), text.speed(perSecond), left].join(" · ");
}
