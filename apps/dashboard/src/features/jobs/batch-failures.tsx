"use client";

import type { JobBatch, Viewer } from "@genie/directus-client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { mediaLabel } from "#features/media/media-label.ts";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { useFailedInBatch } from "./use-batches.ts";

const shownAtFirst = 3;

/** What failed of a batch, each with its reason. */
export function BatchFailures({ batch, viewer }: { batch: JobBatch; viewer: Viewer }) {
  const { jobs: text } = useMessages(jobsMessages);
  const { library } = useMessages(libraryMessages);
  const [all, setAll] = useState(false);
  const { data: jobs = [] } = useFailedInBatch(viewer, batch);
  const shown = all ? jobs : jobs.slice(0, shownAtFirst);
  return (
    <div className="grid grid-cols-1 justify-items-start gap-2">
      <ul aria-label={text.failedList} className="grid grid-cols-1 gap-2">
        {shown.map(({ id, input, problem }) => (
          <li key={id} className="flex items-start gap-3">
            <Thumbnail
              file={input?.file ?? null}
              alt={
                input === null
                  ? text.goneMedia
                  : mediaLabel({ kind: "image", caption: input.caption }, { library })
              }
              className="size-10 shrink-0 rounded-control"
            />
            <p className="min-w-0 text-ink-soft wrap-anywhere">
              {problem ?? text.failedUnexplained}
            </p>
          </li>
        ))}
      </ul>
      {!all && jobs.length > shownAtFirst && (
        <Button variant="quiet" size="small" className="-ml-3" onClick={() => setAll(true)}>
          {text.showAllFailed(jobs.length)}
        </Button>
      )}
    </div>
  );
}
