"use client";

import type { Media, Viewer } from "@genie/directus-client";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { CaptionField } from "./caption-field.tsx";
import type { DraftProblems } from "./check-draft.ts";
import {
  changeOptions,
  changeOwn,
  type ComposerDraft,
  describeMedia,
  differing,
  makeSame,
  partFor,
  type PostPart,
  replaceMedia,
} from "./composer-draft.ts";
import type { DraftAccount } from "./draft-accounts.ts";
import { type KnownOutings, LatelyNotes } from "./lately-notes.tsx";
import { MediaProblems } from "./media-problems.tsx";
import { MediaStrip } from "./media-strip.tsx";
import { OptionFields } from "./option-fields.tsx";
import { PartTabs } from "./part-tabs.tsx";
import { accountsOf, isTroubled, type PartKey, sayProblems } from "./said-problems.ts";
import { altTextLimit, mostMedia } from "./strictest.ts";

/** What was just done for her, or by one press, until the next change. */
type Done = { text: string; undo?: { id: string; own: Partial<PostPart> | undefined } };

type PartFieldsProps = {
  viewer: Viewer;
  draft: ComposerDraft;
  accounts: readonly DraftAccount[];
  part: PartKey;
  problems: DraftProblems;
  /** What is known of where the media went lately. */
  known: KnownOutings;
  onPart: (part: PartKey) => void;
  onChange: (draft: ComposerDraft) => void;
};

/** Media, caption and options: of all that get the same, or of one account that is to differ. */
export function PartFields(props: PartFieldsProps) {
  const { viewer, draft, accounts, part, problems, known, onPart, onChange } = props;
  const { composer } = useMessages(composerMessages);
  const fields = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState<Done | null>(null);
  const undo = done?.undo;
  const different = new Set(differing(draft));
  const isNamed = accounts.length > 1 && part === null;
  const owner = accounts.find(({ id }) => id === part);
  const content = owner === undefined ? draft : partFor(draft, owner.profile);
  const [forMedia, forCaption, forOptions] = (["media", "caption", "options"] as const).map(
    (field) => accountsOf(draft, accounts, part, field),
  ) as [DraftAccount[], DraftAccount[], DraftAccount[]];

  const change = (next: ComposerDraft, what: Done | null = null) => {
    setDone(what);
    onChange(next);
  };
  const write = (changes: Partial<Pick<PostPart, "caption" | "media">>) =>
    change(part === null ? { ...draft, ...changes } : changeOwn(draft, part, changes));
  const differ = ({ id }: DraftAccount) => {
    change(changeOwn(draft, id));
    onPart(id);
    // The fields of the account are in the page with the next frame.
    requestAnimationFrame(() =>
      fields.current?.querySelector<HTMLElement>("[name=caption]")?.focus(),
    );
  };
  const same = ({ id, label }: DraftAccount) => {
    const own = draft.own[id];
    change(makeSame(draft, id), { text: composer.madeSame(label), undo: { id, own } });
    onPart(null);
  };
  const takeCopy = (account: DraftAccount, mediaId: string, copy: Media) => {
    const isAlone = accounts.length === 1 && part === null;
    const media = draft.media.map((item) => (item.id === mediaId ? copy : item));
    change(isAlone ? { ...draft, media } : replaceMedia(draft, account.profile, mediaId, copy), {
      text: isAlone ? composer.fit.doneAlone : composer.fit.done(account.label),
    });
  };
  const notFor = (kept: readonly DraftAccount[]) => {
    const left = accounts.filter(({ id }) => !kept.some((account) => account.id === id));
    if (part !== null || left.length === 0) return undefined;
    return composer.notFor(left.map(({ label }) => label).join(", "), left.length > 1);
  };
  const mediaProblems = sayProblems(problems, forMedia, "media", isNamed);

  return (
    <PartTabs
      differing={accounts.filter(({ id }) => different.has(id))}
      others={accounts.length > 1 ? accounts.filter(({ id }) => !different.has(id)) : []}
      part={part}
      hasProblem={(one) => isTroubled(problems, { draft, accounts, part: one })}
      onPart={onPart}
      onDiffer={differ}
      onSame={same}
    >
      <div ref={fields} key={part ?? "all"} className="grid min-w-0 gap-6">
        <output className="flex flex-wrap items-center gap-2 empty:hidden">
          {done?.text}
          {undo !== undefined && (
            <Button
              variant="secondary"
              size="small"
              onClick={() => change(changeOwn(draft, undo.id, undo.own))}
            >
              {composer.undo}
            </Button>
          )}
        </output>
        <MediaStrip
          media={content.media}
          limit={mostMedia(forMedia)}
          altTextLimit={altTextLimit(accounts)}
          hint={notFor(forMedia)}
          problems={
            mediaProblems.length === 0 ? null : (
              <MediaProblems
                viewer={viewer}
                problems={mediaProblems}
                media={content.media}
                accounts={accounts}
                isNamed={isNamed}
                onMade={takeCopy}
              />
            )
          }
          onChange={(media) => write({ media })}
          onDescribe={(id, altText) => change(describeMedia(draft, id, altText))}
        />
        <LatelyNotes
          known={known}
          media={content.media}
          accountIds={forMedia.map(({ id }) => id)}
        />
        <CaptionField
          caption={content.caption}
          accounts={forCaption}
          isNamed={isNamed}
          hint={notFor(forCaption)}
          problems={sayProblems(problems, forCaption, "caption", isNamed).map(
            ({ sentence }) => sentence,
          )}
          onChange={(caption) => write({ caption })}
        />
        <OptionFields
          platforms={platformsOf(forOptions)}
          answersFor={(platform) =>
            owner === undefined
              ? (draft.options[platform] ?? {})
              : partFor(draft, owner.profile).options
          }
          problems={sayProblems(problems, forOptions, "options", isNamed).map(
            ({ sentence }) => sentence,
          )}
          onChange={(platform, options) =>
            change(
              part === null
                ? changeOptions(draft, platform, options)
                : changeOwn(draft, part, { options }),
            )
          }
        />
      </div>
    </PartTabs>
  );
}

/** Each platform once. */
function platformsOf(accounts: readonly DraftAccount[]) {
  const platforms = accounts.flatMap(({ platform }) => platform ?? []);
  return platforms.filter(({ id }, place) => platforms.findIndex((one) => one.id === id) === place);
}
