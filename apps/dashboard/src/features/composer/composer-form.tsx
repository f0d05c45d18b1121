"use client";

import type { Post, Profile, Viewer } from "@genie/directus-client";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { resolveWallTime } from "#features/calendar/zoned-time.ts";
import { usePlatforms } from "#features/platforms/use-platforms.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { AccountChips } from "./account-chips.tsx";
import { checkDraft, type DraftProblems, isReady } from "./check-draft.ts";
import { type ComposerDraft, toggleAccount } from "./composer-draft.ts";
import { draftAccounts } from "./draft-accounts.ts";
import type { DraftStore, KeptDraft, SaveState } from "./draft-store.ts";
import { HoldNotes } from "./hold-notes.tsx";
import { findLately } from "./lately.ts";
import { LatePolicyField } from "./late-policy-field.tsx";
import { PartFields } from "./part-fields.tsx";
import { PostPreview } from "./previews/post-preview.tsx";
import { RatingField } from "./rating-field.tsx";
import { firstTroubled, type PartKey, sayProblems } from "./said-problems.ts";
import { TimeFields } from "./time-fields.tsx";
import { useOutings } from "./use-outings.ts";
import { useRuleProblems } from "./use-rule-problems.ts";
import { isPlanned, useRefusal, useSavePosts } from "./use-save-posts.ts";
import { isSameDraft, toWritten, type WrittenDraft } from "./written-draft.ts";

type ComposerFormProps = {
  viewer: Viewer;
  profiles: readonly Profile[];
  /** Those that are edited; none when the posts are new. */
  posts: readonly Post[];
  drafts: DraftStore;
  place: string;
  start: ComposerDraft;
  save: SaveState;
  /** Whether the caption has the focus at once, since what had it is gone. */
  takesFocus: boolean;
  /** What is kept of the draft as it is. */
  current: () => KeptDraft;
  /** What is to be said before everything else. */
  children?: ReactNode;
  onChange: (draft: WrittenDraft) => void;
  onSaved: () => void;
};

export function ComposerForm(props: ComposerFormProps) {
  const { viewer, profiles, posts, children, drafts, place, save } = props;
  const { actions } = useMessages();
  const { composer } = useMessages(composerMessages);
  const zone = useTimeZone();
  const now = useNow(1_000);
  const platforms = usePlatforms();
  const [draft, setDraft] = useState(props.start);
  const [part, setPart] = useState<PartKey>(null);
  const [previewedId, setPreviewedId] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const start = useSavePosts({ drafts, place, posts, profiles, zone, onSaved: props.onSaved });
  // What is being saved stays as it is, and so does what has just been.
  const isSaving = save.kind === "saving" || save.kind === "saved";
  const isSavingDraft = isSaving && save.status === "draft";
  useEffect(() => {
    if (props.takesFocus) form.current?.querySelector("textarea")?.focus();
  }, [props.takesFocus]);

  const accounts = draftAccounts(draft, { profiles, platforms });
  const refusal = useRefusal(accounts);
  const around = { accounts, now, zone };
  // Rules are said a moment after typing pauses, so it is the gate that refuses what breaks them.
  const problems = checkDraft(draft, { ...around, againstRules: {} }, { composer });
  const againstRules = useRuleProblems(draft, { posts, profiles, zone });
  const { outings, used } = useOutings(draft);
  const lately = findLately(draft, {
    accounts,
    outings,
    postIds: posts.map(({ id }) => id),
    at: resolveWallTime(draft, zone)?.at ?? now,
  });
  const isUntouched =
    draft.caption === "" && draft.media.length === 0 && Object.keys(draft.own).length === 0;
  // Nobody is told that a field is empty before she has had a chance to fill it in.
  const shown =
    asked || !isUntouched
      ? checkDraft(draft, { ...around, againstRules }, { composer })
      : noProblems;
  const isNamed = accounts.length > 1;
  const shownPart = accounts.some(({ id }) => id === part) ? part : null;
  const plannedCount = posts.filter(isPlanned).length;

  const change = (next: ComposerDraft) => {
    if (isSaving) return;
    setDraft(next);
    const written = toWritten(next);
    if (!isSameDraft(written, toWritten(draft))) props.onChange(written);
  };
  const handIn = (status: "draft" | "pending") =>
    start({ ...props.current(), draft: toWritten(draft) }, draft, status);
  const choosePart = (next: PartKey) => {
    setPart(next);
    if (next !== null) setPreviewedId(next);
  };
  const schedule = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSaving) return;
    setAsked(true);
    if (isReady(problems)) {
      handIn("pending");
      return;
    }
    choosePart(firstTroubled(problems, { draft, accounts, part: shownPart }));
    focusFirstProblem(event.currentTarget);
  };

  return (
    <form
      ref={form}
      method="post"
      noValidate
      aria-busy={isSaving}
      onSubmit={schedule}
      className="flex grow flex-col gap-6"
    >
      <div className="grid grow grid-cols-1 content-start gap-6 md:grid-cols-[minmax(0,1fr)_17rem] md:gap-8">
        <div className="grid grid-cols-1 content-start gap-6">
          {children}
          <AccountChips
            profiles={profiles}
            chosenIds={draft.profileIds}
            choice={posts.length === 0 ? "several" : posts.length === 1 ? "one" : "fixed"}
            problem={asked ? problems.accounts : null}
            onChoose={(id) =>
              change(posts.length === 1 ? { ...draft, profileIds: [id] } : toggleAccount(draft, id))
            }
          />
          <PartFields
            viewer={viewer}
            draft={draft}
            accounts={accounts}
            part={shownPart}
            problems={shown}
            known={{ lately, used, profiles }}
            onPart={choosePart}
            onChange={change}
          />
          <TimeFields
            wall={draft}
            zone={zone}
            now={now}
            problem={shown.time ?? undefined}
            onChange={(wall) => change({ ...draft, ...wall })}
          />
          <HoldNotes accounts={accounts} at={resolveWallTime(draft, zone)?.at ?? now} now={now} />
          <div className="grid gap-1">
            <RatingField
              rating={draft.rating}
              problems={sayProblems(shown, accounts, "rating", isNamed).map(
                ({ sentence }) => sentence,
              )}
              onChoose={(rating) => change({ ...draft, rating })}
            />
            <LatePolicyField
              policy={draft.latePolicy}
              onChoose={(latePolicy) => change({ ...draft, latePolicy })}
            />
          </div>
        </div>
        <PostPreview
          draft={draft}
          accounts={accounts}
          shown={accounts.find(({ id }) => id === previewedId) ?? accounts[0]}
          onShow={setPreviewedId}
        />
      </div>
      {save.kind === "failed" && <Notice>{refusal(save.error)}</Notice>}
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex flex-wrap justify-end gap-2 border-t border-line bg-card px-4 py-3 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6">
        <Button
          variant="secondary"
          disabled={accounts.length === 0 || (isSaving && !isSavingDraft)}
          busy={isSavingDraft}
          onClick={() => handIn("draft")}
        >
          {plannedCount === 0 ? composer.saveDraft : composer.unschedule(plannedCount)}
        </Button>
        <SubmitButton busy={isSaving && !isSavingDraft} disabled={isSavingDraft}>
          {plannedCount > 0
            ? actions.save
            : accounts.length > 1
              ? composer.scheduleSeveral(accounts.length)
              : composer.schedule}
        </SubmitButton>
      </div>
    </form>
  );
}

const noProblems: DraftProblems = { accounts: null, time: null, posts: {} };

function focusFirstProblem(form: HTMLFormElement): void {
  // The problems are in the page with the next frame.
  requestAnimationFrame(() => {
    form
      .querySelector<HTMLElement>(
        "[aria-invalid], [data-invalid] :is(button, input, summary):not(:disabled)",
      )
      ?.focus();
  });
}
