"use client";

import type { Media, Viewer } from "@genie/directus-client";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import type { DraftAccount } from "./draft-accounts.ts";
import { MakeAllFit } from "./make-all-fit.tsx";
import { MakeFit } from "./make-fit.tsx";
import type { SaidProblem } from "./said-problems.ts";

type MediaProblemsProps = {
  viewer: Viewer;
  problems: readonly SaidProblem[];
  /** What the post holds. */
  media: readonly Media[];
  accounts: readonly DraftAccount[];
  isNamed: boolean;
  onMade: (account: DraftAccount, mediaId: string, copy: Media) => void;
};

/** What is wrong with the media; a picture or video that can be made to fit has the button for it. */
export function MediaProblems(props: MediaProblemsProps) {
  const { viewer, problems, media, accounts, isNamed, onMade } = props;
  const held = media.map(({ id }) => id).join();
  return (
    <div className="grid justify-items-start gap-2">
      <FieldProblems problems={problems.map(({ sentence }) => sentence)}>
        {(place) => {
          const fix = problems[place]?.fix ?? null;
          const account = accounts.find(({ id }) => id === fix?.accountId);
          if (fix === null || account === undefined) return null;
          const isRepeated = problems
            .slice(0, place)
            .some((one) => one.fix?.mediaId === fix.mediaId && one.fix.accountId === account.id);
          if (isRepeated) return null;
          return (
            <MakeFit
              viewer={viewer}
              mediaId={fix.mediaId}
              held={held}
              account={account}
              isNamed={isNamed}
              onMade={(copy) => onMade(account, fix.mediaId, copy)}
            />
          );
        }}
      </FieldProblems>
      {accounts.map((account) => {
        const mediaIds = fixableFor(account, problems);
        return (
          mediaIds.length > 1 && (
            <MakeAllFit key={account.id} mediaIds={mediaIds} account={account} isNamed={isNamed} />
          )
        );
      })}
    </div>
  );
}

/** The entries of which a copy for an account can be made, each once. */
function fixableFor(account: DraftAccount, problems: readonly SaidProblem[]): string[] {
  const fixes = problems.flatMap(({ fix }) => fix ?? []);
  return [...new Set(fixes.flatMap((fix) => (fix.accountId === account.id ? fix.mediaId : [])))];
}
