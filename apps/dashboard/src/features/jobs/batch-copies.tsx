"use client";

import type { JobBatch, Viewer } from "@genie/directus-client";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { mediaLabel } from "#features/media/media-label.ts";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { mostCopies, useCopiesOfBatch } from "./use-batches.ts";

type BatchCopiesProps = { batch: JobBatch; viewer: Viewer; title: string };

/** The copies that came out, when she asks for them; each leads to its entry. */
export function BatchCopies({ batch, viewer, title }: BatchCopiesProps) {
  const { jobs: text } = useMessages(jobsMessages);
  const { library } = useMessages(libraryMessages);
  const id = useId();
  const [open, setOpen] = useState(false);
  const { data: jobs = [] } = useCopiesOfBatch(viewer, batch, open);
  const Icon = open ? ChevronUp : ChevronDown;
  return (
    <div className="grid grid-cols-1 justify-items-start gap-2">
      <Button
        variant="quiet"
        size="small"
        className="-ml-3"
        aria-expanded={open}
        aria-controls={id}
        aria-label={text.named(text.copies(batch.done), title)}
        onClick={() => setOpen(!open)}
      >
        <Icon aria-hidden />
        {text.copies(batch.done)}
      </Button>
      <ul id={id} hidden={!open} className="flex flex-wrap gap-2">
        {jobs.map((job) => (
          <li key={job.id}>
            <IntentLink
              href={`/app/media?item=${job.outputId}`}
              aria-label={mediaLabel(
                { kind: "image", caption: job.input?.caption ?? "" },
                { library },
              )}
              className="block rounded-control"
            >
              <Thumbnail file={job.outputFile} alt="" className="size-16 rounded-control" />
            </IntentLink>
          </li>
        ))}
      </ul>
      {open && batch.done > mostCopies && (
        <p className="text-ink-soft">{text.onlyLatest(mostCopies)}</p>
      )}
    </div>
  );
}
