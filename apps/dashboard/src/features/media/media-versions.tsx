"use client";

import type { Job, Media } from "@genie/directus-client";
import { Notice } from "#components/ui/notice.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { MediaThumbs } from "./media-thumbs.tsx";

type MediaVersionsProps = {
  origin: Media | null;
  derived: readonly Media[];
  /** Of this entry, newest first. */
  jobs: readonly Job[];
};

/** What an entry was made of and what was made of it, those still being made included. */
export function MediaVersions({ origin, derived, jobs }: MediaVersionsProps) {
  const { jobs: jobText } = useMessages(jobsMessages);
  const { library } = useMessages(libraryMessages);
  const text = library.detail;
  const making = jobs.filter(({ kind }) => kind !== "classify");
  const unfinished = making.filter(({ status }) => status === "active" || status === "queued");
  const [latest] = making;
  const failed = latest?.status === "failed" ? latest : undefined;
  return (
    <>
      {origin !== null && (
        <section className="grid gap-2">
          <h3 className="font-strong">{text.madeFrom}</h3>
          <MediaThumbs media={[origin]} />
        </section>
      )}
      {(derived.length > 0 || unfinished.length > 0 || failed) && (
        <section className="grid gap-2">
          <h3 className="font-strong">{text.versions}</h3>
          {unfinished.map((job) => (
            <div key={job.id} className="grid gap-1.5">
              <p aria-live="polite" className="text-ink-soft">
                {job.status === "queued" ? text.making : text.makingPercent(job.progress)}
              </p>
              <Progress value={job.progress} label={text.making} />
            </div>
          ))}
          {failed && <Notice>{failed.problem ?? jobText.failedUnexplained}</Notice>}
          <MediaThumbs media={derived} />
        </section>
      )}
    </>
  );
}
