"use client";

import type { Media, Viewer } from "@genie/directus-client";
import { FieldProblems } from "#components/ui/field-problems.tsx";
import type { DraftAccount } from "./draft-accounts.ts";
import { MakeFit } from "./make-fit.tsx";
import type { SaidProblem } from "./said-problems.ts";

type MediaProblemsProps = {
  viewer: Viewer;
  problems: readonly SaidProblem[];
  accounts: readonly DraftAccount[];
  isNamed: boolean;
  onMade: (account: DraftAccount, mediaId: string, copy: Media) => void;
};

/** What is wrong with the media; a picture that can be made to fit has the button for it. */
export function MediaProblems(props: MediaProblemsProps) {
  const { viewer, problems, accounts, isNamed, onMade } = props;
  return (
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
            account={account}
            isNamed={isNamed}
            onMade={(copy) => onMade(account, fix.mediaId, copy)}
          />
        );
      }}
    </FieldProblems>
  );
}
