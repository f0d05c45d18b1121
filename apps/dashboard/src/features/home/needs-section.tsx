"use client";

import type { Job, Post, Profile } from "@genie/directus-client";
import { repeatJob } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CalendarClock, CircleAlert, KeyRound } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { DoubtfulPost } from "#features/calendar/doubtful-post.tsx";
import { PostRow } from "#features/calendar/post-row.tsx";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { useDescribePost } from "#features/calendar/use-describe-post.ts";
import { usePostClock } from "#features/calendar/use-post-clock.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { useLogInRequests } from "#features/live-view/log-in-requests-provider.tsx";
import { accountAnchor } from "#features/platforms/account-anchor.ts";
import { logInPath } from "#features/platforms/log-in-path.ts";
import { useAccountName } from "#features/platforms/use-account-name.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { aboutDay } from "#features/session-health/about-day.ts";
import { homeMessages } from "#messages/home-messages.ts";
import { sessionsMessages } from "#messages/sessions-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { Need } from "./needs.ts";

const ConfirmationCard = lazy(async () => {
  const { ConfirmationCard: Card } = await import("#features/confirmations/confirmation-card.tsx");
  return { default: Card };
});

/** What waits for her, each with the one button that settles it. */
export function NeedsSection({ needs }: { needs: Need[] }) {
  const { home } = useMessages(homeMessages);
  const now = usePostClock(needs.flatMap((need) => (need.kind === "post" ? [need.post] : [])));
  return (
    <section aria-label={home.needsTitle} className="grid grid-cols-1 gap-3">
      <h2 className="text-lg font-strong">{home.needsTitle}</h2>
      <ul className="grid grid-cols-1 gap-2">
        {needs.map((need) =>
          need.kind === "confirmation" ? (
            <li key={need.id} className="grid grid-cols-1">
              <Suspense fallback={<Skeleton className="h-32" />}>
                <ConfirmationCard confirmation={need.confirmation} />
              </Suspense>
            </li>
          ) : (
            <li
              key={need.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-card border border-line bg-card p-4"
            >
              {need.kind === "login" && <LogInNeed profile={need.profile} />}
              {need.kind === "session" && <SessionNeed need={need} />}
              {need.kind === "job" && <JobNeed job={need.job} />}
              {need.kind === "post" && <PostNeed post={need.post} now={now} />}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

function PostNeed({ post, now }: { post: Post; now: Date }) {
  const { home } = useMessages(homeMessages);
  const { platformName } = useDescribePost()(post, now);
  const href = `/app/calendar?post=${post.id}`;
  if (post.status === "unconfirmed") {
    return (
      <div className="grid min-w-0 flex-1 grid-cols-1 gap-4">
        <IntentLink href={href} className="rounded-control">
          <PostRow post={post} now={now} withDay />
        </IntentLink>
        <DoubtfulPost post={post} platformName={platformName} now={now} />
      </div>
    );
  }
  return (
    <>
      <div className="min-w-56 flex-1">
        <PostRow post={post} now={now} withDay />
      </div>
      <ButtonLink variant="secondary">
        <IntentLink href={href}>{home.needs.lookAtPost}</IntentLink>
      </ButtonLink>
    </>
  );
}

function LogInNeed({ profile }: { profile: Profile }) {
  const { home } = useMessages(homeMessages);
  const account = useAccountName()(profile);
  const asked = useLogInRequests().find(({ profileId }) => profileId === profile.id);
  const href =
    asked === undefined ? `/app/platforms#${accountAnchor(profile.id)}` : logInPath(profile.id);
  return (
    <>
      <Told
        icon={<KeyRound aria-hidden className="size-5 shrink-0 text-warn" />}
        title={<span data-sensitive>{home.needs.login(account)}</span>}
        text={profile.problem ?? home.needs.loginText}
      />
      <ButtonLink>
        <IntentLink href={href}>{home.needs.logIn}</IntentLink>
      </ButtonLink>
    </>
  );
}

function SessionNeed({ need }: { need: Extract<Need, { kind: "session" }> }) {
  const { sessions } = useMessages(sessionsMessages);
  const account = useAccountName()(need.profile);
  const day = aboutDay(need.ends, useNow(), useTimeZone());
  return (
    <>
      <Told
        icon={<CalendarClock aria-hidden className="size-5 shrink-0 text-warn" />}
        title={<span data-sensitive>{sessions.needTitle(account, day)}</span>}
        text={sessions.needText(need.after)}
      />
      <ButtonLink variant="secondary">
        <IntentLink href={`/app/platforms#${accountAnchor(need.profile.id)}`}>
          {sessions.renew}
        </IntentLink>
      </ButtonLink>
    </>
  );
}

function JobNeed({ job }: { job: Job }) {
  const { actions } = useMessages();
  const { home } = useMessages(homeMessages);
  const accountName = useAccountName();
  const sentence = useSentence();
  const queryClient = useQueryClient();
  const repeat = useMutation({
    mutationFn: () => repeatJob(browserDirectus(), job),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["jobs"] }),
  });
  const title =
    job.kind === "scrape_profile" && job.account !== null
      ? home.needs.job.scrape_profile(accountName(job.account))
      : home.needs.job.other;
  return (
    <>
      <Told
        icon={<CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />}
        title={<span data-sensitive>{title}</span>}
        text={job.problem ?? ""}
      />
      {job.batchId === null ? (
        <Button variant="secondary" busy={repeat.isPending} onClick={() => repeat.mutate()}>
          {actions.retry}
        </Button>
      ) : (
        <ButtonLink variant="secondary">
          <IntentLink href="/app/jobs?state=failed">{home.needs.lookAtJobs}</IntentLink>
        </ButtonLink>
      )}
      {repeat.isError && <Notice>{sentence(repeat.error)}</Notice>}
    </>
  );
}

function Told({ icon, title, text }: { icon: ReactNode; title: ReactNode; text: string }) {
  return (
    <div className="flex min-w-56 flex-1 items-start gap-3">
      {icon}
      <div className="grid min-w-0 gap-0.5">
        <h3 className="font-strong wrap-anywhere">{title}</h3>
        {text !== "" && <p className="text-ink-soft wrap-anywhere">{text}</p>}
      </div>
    </div>
  );
}
