"use client";

import { type ComponentType, useId } from "react";
import { ChoiceSelect } from "#components/ui/choice-select.tsx";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { ComposerDraft } from "../composer-draft.ts";
import { partFor } from "../composer-draft.ts";
import type { DraftAccount } from "../draft-accounts.ts";
import { BlueskyPreview } from "./bluesky-preview.tsx";
import { MastodonPreview } from "./mastodon-preview.tsx";
import { PlainPreview } from "./plain-preview.tsx";
import type { PreviewProps } from "./preview.ts";

/** How posts look there, by platform; elsewhere it is not known well enough. */
const looks: Partial<Record<string, ComponentType<PreviewProps>>> = {
  bluesky: BlueskyPreview,
  mastodon: MastodonPreview,
};

/** More are chosen from a list. */
const mostSwitches = 4;

type PostPreviewProps = {
  draft: ComposerDraft;
  accounts: readonly DraftAccount[];
  /** Whose post is shown. */
  shown: DraftAccount | undefined;
  onShow: (id: string) => void;
};

/** How the post looks to whoever sees it, for one account at a time. */
export function PostPreview({ draft, accounts, shown, onShow }: PostPreviewProps) {
  const { composer } = useMessages(composerMessages);
  const part = shown && partFor(draft, shown.profile);
  const isEmpty = part === undefined || (part.media.length === 0 && part.caption.trim() === "");
  const Look = looks[shown?.profile.platform ?? ""] ?? PlainPreview;
  return (
    <section
      aria-label={composer.preview}
      className="grid grid-cols-1 content-start gap-1.5 self-start md:sticky md:top-0"
    >
      <h3 className="text-sm font-strong">{composer.preview}</h3>
      {accounts.length > 1 && <Switch accounts={accounts} shown={shown} onShow={onShow} />}
      <div className="overflow-hidden rounded-card border border-line bg-page">
        {isEmpty || shown === undefined ? (
          <p className="px-3 py-8 text-center text-ink-soft">{composer.previewEmpty}</p>
        ) : (
          <Look key={shown.id} account={shown} part={part} rating={draft.rating} />
        )}
      </div>
    </section>
  );
}

function Switch({ accounts, shown, onShow }: Omit<PostPreviewProps, "draft">) {
  const { composer } = useMessages(composerMessages);
  const name = useId();
  if (accounts.length > mostSwitches) {
    return (
      <ChoiceSelect
        label={composer.previewOf}
        value={shown?.id}
        choices={accounts.map(({ id, label }) => [id, label])}
        onChoose={onShow}
      />
    );
  }
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{composer.previewOf}</legend>
      {accounts.map(({ id, label }) => (
        <label
          key={id}
          className="relative flex min-h-8 items-center rounded-control px-2 text-xs text-ink-soft hover:bg-sunken has-checked:bg-sunken has-checked:font-strong has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            checked={id === shown?.id}
            onChange={() => onShow(id)}
            className="sr-only"
          />
          <span className="wrap-anywhere">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
