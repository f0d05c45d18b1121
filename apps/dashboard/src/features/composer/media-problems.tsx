"use client";

import type { Media, Viewer } from "@genie/directus-client";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import type { DraftAccount } from "./draft-accounts.ts";
import { MakeAllFit } from "./make-all-fit.tsx";
import { MakeFit } from "./make-fit.tsx";
import type { Fix, SaidProblem } from "./said-problems.ts";

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
        {(place) =>
          newFixes(problems, place).map((fix) => {
            const account = accounts.find(({ id }) => id === fix.accountId);
            if (account === undefined) return null;
            return (
              <MakeFit
                key={`${fix.mediaId} ${fix.accountId}`}
                viewer={viewer}
                mediaId={fix.mediaId}
                held={held}
                account={account}
                isNamed={isNamed}
                onMade={(copy) => onMade(account, fix.mediaId, copy)}
              />
            );
          })
        }
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

/** What can be made to fit because of a problem, and was not offered with one before it. */
function newFixes(problems: readonly SaidProblem[], place: number): Fix[] {
  const before = problems.slice(0, place).flatMap(({ fixes }) => fixes);
  return (problems[place]?.fixes ?? []).filter(
    ({ mediaId, accountId }) =>
      !before.some((fix) => fix.mediaId === mediaId && fix.accountId === accountId),
  );
}

/** The entries of which a copy for an account can be made, each once. */
function fixableFor({ id }: DraftAccount, problems: readonly SaidProblem[]): string[] {
  const fixes = problems.flatMap((problem) => problem.fixes);
  return [...new Set(fixes.flatMap((fix) => (fix.accountId === id ? fix.mediaId : [])))];
}
