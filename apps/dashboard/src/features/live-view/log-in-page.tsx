"use client";

import { cancelLogIn, type Viewer } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, CircleSlash, SquareUser } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IntentLink } from "#components/ui/intent-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { accountsKey } from "#features/platforms/use-accounts.ts";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { Page } from "#features/shell/page.tsx";
import { liveViewMessages } from "#messages/live-view-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { LiveScreen } from "./live-screen.tsx";
import { type LogIn, useLogIn } from "./use-log-in.ts";

const longMs = 15_000;

/** Signs in to an account by hand, in a browser on the server. */
export function LogInPage({ viewer, profileId }: { viewer: Viewer; profileId: string }) {
  const { liveView: text } = useMessages(liveViewMessages);
  const { titles } = useMessages();
  const profiles = useProfiles(viewer);
  const profile = profiles.data?.find(({ id }) => id === profileId);
  const platforms = usePlatformNames();
  const platformName =
    platforms.find(({ id }) => id === profile?.platform)?.name ?? profile?.platform ?? "";
  if (profiles.isSuccess && profile === undefined) {
    return (
      <Page title={titles.logIn}>
        <EmptyState icon={SquareUser} title={text.unknown.title} text={text.unknown.text}>
          <ToPlatforms />
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={profile === undefined ? titles.logIn : text.title(platformName)}
      {...(profile !== undefined && {
        intro: <span data-sensitive>{text.intro(profile.username)}</span>,
      })}
    >
      {profile === undefined ? (
        <Opening sinceMs={0} />
      ) : (
        <LogInSteps profileId={profileId} platformName={platformName} />
      )}
    </Page>
  );
}

/** Why the view stopped while the log-in still waits; `isGone`: the way led to no browser. */
type Stopped = { sentence: string; isGone: boolean };

function LogInSteps({ profileId, platformName }: { profileId: string; platformName: string }) {
  const { actions } = useMessages();
  const { liveView: text } = useMessages(liveViewMessages);
  const sentence = useSentence();
  const { id, logIn, ask, begin } = useLogIn(profileId);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const queryClient = useQueryClient();
  const refresh = async (now: Stopped | null) => {
    setStopped(now);
    await ask({ lost: now === null && stopped?.isGone === true });
    await queryClient.invalidateQueries({ queryKey: accountsKey });
  };
  if (logIn.kind === "problem") {
    return (
      <Notice>
        <p>{sentence(logIn.error)}</p>
        <Button variant="secondary" size="small" className="justify-self-start" onClick={begin}>
          {actions.retry}
        </Button>
      </Notice>
    );
  }
  if (logIn.kind === "ended") {
    return <Ended logIn={logIn} platformName={platformName} onAgain={begin} />;
  }
  return (
    <>
      {logIn.kind === "opening" ? (
        <Opening sinceMs={logIn.sinceMs} />
      ) : stopped !== null ? (
        <Notice>
          <p>{stopped.sentence}</p>
          <Button
            variant="secondary"
            size="small"
            className="justify-self-start"
            onClick={() => void refresh(null)}
          >
            {text.again}
          </Button>
        </Notice>
      ) : (
        <LiveScreen
          key={logIn.ticket}
          ticket={logIn.ticket}
          onEnd={({ wasThere, sentence: said }) => {
            if (!wasThere) void refresh({ sentence: text.lost, isGone: true });
            else void refresh(said === null ? null : { sentence: said, isGone: false });
          }}
        />
      )}
      {id !== undefined && <CancelButton id={id} onDone={() => void refresh(null)} />}
    </>
  );
}

function Opening({ sinceMs }: { sinceMs: number }) {
  const { liveView: text } = useMessages(liveViewMessages);
  return (
    <div className="grid gap-3">
      <output className="text-ink-soft">
        {sinceMs > longMs ? text.openingLong : text.opening}
      </output>
      <Skeleton className="h-[calc(100dvh-25rem)] min-h-80 rounded-card sm:h-[calc(100dvh-19rem)]" />
    </div>
  );
}

type EndedProps = {
  logIn: Extract<LogIn, { kind: "ended" }>;
  platformName: string;
  onAgain: () => void;
};

function Ended({ logIn, platformName, onAgain }: EndedProps) {
  const { liveView: text } = useMessages(liveViewMessages);
  if (logIn.state === "completed") {
    return (
      <EmptyState icon={CircleCheck} title={text.done.title} text={text.done.text(platformName)}>
        <ToPlatforms />
      </EmptyState>
    );
  }
  const { state, notes } = logIn;
  return (
    <EmptyState
      icon={CircleSlash}
      title={text.ended.title}
      text={state === "failed" ? (notes ?? text.ended.failed) : text.ended[state]}
    >
      <div className="flex flex-wrap justify-center gap-2">
        <Button onClick={onAgain}>{text.ended.again}</Button>
        <ToPlatforms variant="secondary" />
      </div>
    </EmptyState>
  );
}

function ToPlatforms({ variant = "primary" }: { variant?: "primary" | "secondary" }) {
  const { liveView: text } = useMessages(liveViewMessages);
  return (
    <ButtonLink variant={variant}>
      <IntentLink href="/app/platforms">{text.done.link}</IntentLink>
    </ButtonLink>
  );
}

function CancelButton({ id, onDone }: { id: string; onDone: () => void }) {
  const { actions } = useMessages();
  const { liveView: text } = useMessages(liveViewMessages);
  const sentence = useSentence();
  const [isAsked, setAsked] = useState(false);
  const cancel = useMutation({
    mutationFn: () => cancelLogIn(browserDirectus(), id),
    onSuccess: () => {
      setAsked(false);
      onDone();
    },
  });
  return (
    <div>
      <Button variant="quiet" size="small" onClick={() => setAsked(true)}>
        {text.cancel}
      </Button>
      <ConfirmDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={text.cancelTitle}
        text={text.cancelText}
        confirmLabel={text.cancelConfirm}
        cancelLabel={actions.close}
        busy={cancel.isPending}
        onConfirm={() => cancel.mutate()}
      >
        {cancel.isError && <Notice>{sentence(cancel.error)}</Notice>}
      </ConfirmDialog>
    </div>
  );
}
