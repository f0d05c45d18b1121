"use client";

import type { Post, Profile, Viewer } from "@genie/directus-client";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { resolveWallTime } from "#features/calendar/zoned-time.ts";
import { useSentence } from "#features/http/use-sentence.ts";
import { holdName, holdOf } from "#features/pauses/holds.ts";
import { useKnownHolds } from "#features/pauses/holds-provider.tsx";
import { usePlatforms } from "#features/platforms/platforms-provider.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { AccountChips } from "./account-chips.tsx";
import { CaptionField } from "./caption-field.tsx";
import { checkDraft, type DraftProblems } from "./check-draft.ts";
import type { ComposerDraft } from "./composer-draft.ts";
import { LatePolicyField } from "./late-policy-field.tsx";
import { MediaStrip } from "./media-strip.tsx";
import { PostPreview } from "./post-preview.tsx";
import { TimeFields } from "./time-fields.tsx";
import { useSavePost } from "./use-save-post.ts";

type ComposerFormProps = {
  viewer: Viewer;
  profiles: Profile[];
  /** Null for a post that is new. */
  post: Post | null;
  start: ComposerDraft;
  onChange: (draft: ComposerDraft) => void;
  onSaved: () => void;
};

export function ComposerForm({ viewer, profiles, post, ...props }: ComposerFormProps) {
  const messages = useMessages();
  const { actions, composer, pauses } = messages;
  const zone = useTimeZone();
  const now = useNow(1_000);
  const platforms = usePlatforms();
  const sentence = useSentence();
  const [draft, setDraft] = useState(props.start);
  const [asked, setAsked] = useState(false);
  const save = useSavePost({ post, zone, onSaved: props.onSaved });

  const profile = profiles.find(({ id }) => id === draft.profileId);
  const platform = platforms.find(({ id }) => id === profile?.platform);
  const hold = useHold(profile, resolveWallTime(draft, zone)?.at ?? now, now);
  const problems = checkDraft(draft, { platform, now, zone }, messages);
  const isUntouched = draft.caption === "" && draft.media.length === 0;
  // Nobody is told that a field is empty before she has had a chance to fill it in.
  const shown: DraftProblems = asked || !isUntouched ? problems : {};

  const change = (changes: Partial<ComposerDraft>) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    props.onChange(next);
    if (save.isError) save.reset();
  };
  const schedule = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(problems).length === 0) save.mutate({ draft, status: "pending" });
    else focusFirstProblem(event.currentTarget);
  };

  return (
    <form method="post" noValidate onSubmit={schedule} className="flex grow flex-col gap-6">
      <div className="grid grow grid-cols-1 content-start gap-6 md:grid-cols-[minmax(0,1fr)_15rem] md:gap-8">
        <div className="grid grid-cols-1 content-start gap-6">
          <AccountChips
            profiles={profiles}
            chosenId={draft.profileId}
            onChoose={(profileId) => change({ profileId })}
          />
          <MediaStrip
            viewer={viewer}
            media={draft.media}
            limit={platform?.limits.mediaCount ?? 1}
            problem={shown.media}
            onChange={(media) => change({ media })}
          />
          <CaptionField
            caption={draft.caption}
            limit={platform?.limits.caption}
            problem={shown.caption}
            onChange={(caption) => change({ caption })}
          />
          <TimeFields
            wall={draft}
            zone={zone}
            now={now}
            problem={shown.time}
            onChange={(wall) => change(wall)}
          />
          {hold !== null && (
            <p className="-mt-3 text-warn">
              {pauses.willWait(holdName(hold, platform?.name ?? "", pauses))}
            </p>
          )}
          <LatePolicyField
            policy={draft.latePolicy}
            onChoose={(latePolicy) => change({ latePolicy })}
          />
        </div>
        <PostPreview draft={draft} profile={profile} platformName={platform?.name} />
      </div>
      {save.isError && <Notice>{sentence(save.error)}</Notice>}
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-wrap justify-end gap-2 border-t border-line bg-card px-4 py-3 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6">
        <Button
          variant="secondary"
          disabled={profile === undefined}
          busy={save.isPending && save.variables.status === "draft"}
          onClick={() => save.mutate({ draft, status: "draft" })}
        >
          {composer.saveDraft}
        </Button>
        <SubmitButton busy={save.isPending && save.variables.status === "pending"}>
          {post?.status === "pending" || post?.status === "publishing"
            ? actions.save
            : composer.schedule}
        </SubmitButton>
      </div>
    </form>
  );
}

/** What keeps a post of the account back that is planned for then. */
function useHold(profile: Profile | undefined, at: Date, now: Date) {
  const known = useKnownHolds();
  if (profile === undefined) return null;
  return holdOf({ account: profile, scheduledFor: at.toISOString() }, now, known);
}

function focusFirstProblem(form: HTMLFormElement): void {
  // The problems are in the page with the next frame.
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>("[aria-invalid], [data-invalid] button")?.focus();
  });
}
