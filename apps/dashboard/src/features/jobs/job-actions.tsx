"use client";

import { cancelJobs, type Job, repeatJob } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { useToast } from "#components/ui/toaster.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { useLogInRequests } from "#features/live-view/log-in-requests-provider.tsx";
import { logInPath } from "#features/platforms/log-in-path.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { isCancellable, isRepeatable } from "./job-states.ts";
import { jobsKey } from "./jobs-key.ts";

type JobActionsProps = { job: Job; title: string; triedAgain: boolean };

/** The one thing to do about a job. What becomes of a post is decided in the calendar. */
export function JobActions({ job, title, triedAgain }: JobActionsProps) {
  const { jobs: text } = useMessages(jobsMessages);
  const toast = useToast();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: () => repeatJob(browserDirectus(), job),
    onSuccess: async () => {
      toast(text.retried);
      await queryClient.invalidateQueries({ queryKey: jobsKey });
    },
    onError: (error) => toast(sentence(error)),
  });
  const cancel = useMutation({
    mutationFn: () => cancelJobs(browserDirectus(), [job.id]),
    onSuccess: () => toast(text.calledOff),
    onError: (error) => toast(sentence(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: jobsKey }),
  });
  const asked = useLogInRequests().find(({ id }) => id === job.waitsFor);
  if (asked !== undefined && job.status === "queued") {
    return (
      <ButtonLink size="small">
        <IntentLink href={logInPath(asked.profileId)} aria-label={text.logInNamed(title)}>
          {text.logIn}
        </IntentLink>
      </ButtonLink>
    );
  }
  if (isCancellable(job)) {
    return (
      <Button
        variant="secondary"
        size="small"
        aria-label={text.callOffNamed(title)}
        busy={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {text.callOff}
      </Button>
    );
  }
  if (job.post !== null) {
    return (
      <ButtonLink variant="secondary" size="small">
        <IntentLink
          href={`/app/calendar?post=${job.post.id}`}
          aria-label={text.toCalendarNamed(title)}
        >
          {text.toCalendar}
        </IntentLink>
      </ButtonLink>
    );
  }
  if (job.status === "failed" && isRepeatable(job) && !triedAgain) {
    return (
      <Button
        variant="secondary"
        size="small"
        aria-label={text.retryNamed(title)}
        busy={retry.isPending}
        onClick={() => retry.mutate()}
      >
        {text.retry}
      </Button>
    );
  }
  if (job.outputId === null) return null;
  return (
    <ButtonLink variant="secondary" size="small">
      <IntentLink href={`/app/media?item=${job.outputId}`} aria-label={text.toResultNamed(title)}>
        {text.toResult}
      </IntentLink>
    </ButtonLink>
  );
}
