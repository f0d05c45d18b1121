"use client";

import type { Media, Viewer } from "@genie/directus-client";
import { Shrink } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import type { DraftAccount } from "./draft-accounts.ts";
import { useMakeFit } from "./use-make-fit.ts";

type MakeFitProps = {
  viewer: Viewer;
  mediaId: string;
  /** What the post holds, by its ids. */
  held: string;
  account: DraftAccount;
  isNamed: boolean;
  onMade: (copy: Media) => void;
};

/** Has a copy of a picture or video made that an account takes, and shows how far that is. */
export function MakeFit({ viewer, mediaId, held, account, isNamed, onMade }: MakeFitProps) {
  const { composer } = useMessages(composerMessages);
  const { fit: text } = composer;
  const sentence = useSentence();
  const fit = useMakeFit(viewer, { mediaId, profileId: account.id, held, onMade });
  if (fit.state === "working") {
    const said =
      fit.progress === 0
        ? text.waiting(account.label)
        : text.making(account.label, Math.round(fit.progress));
    return (
      <span className="grid w-full max-w-xs gap-1.5 text-ink-soft">
        <span>{said}</span>
        <Progress value={fit.progress} label={text.waiting(account.label)} />
      </span>
    );
  }
  const reason = fit.error === null ? fit.problem : sentence(fit.error);
  return (
    <>
      {reason !== null && <span>{text.failed(reason)}</span>}
      <Button variant="secondary" size="small" busy={fit.state === "asking"} onClick={fit.make}>
        <Shrink aria-hidden />
        {isNamed ? text.makeFor(account.label) : text.make}
      </Button>
    </>
  );
}
